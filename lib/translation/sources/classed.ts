import { firstMapping } from '../first-mapping.js';
import type { SourceMapper } from '../source-mapper.js';

const PLAIN: unknown = Error.prototype;

/**
 * One mapper of those whose libraries throw nothing but classes of their own. Most errors are plain ones, which it
 * rules out with a single question.
 */
export function classed(mappers: readonly SourceMapper[]): SourceMapper {
  return (error, host) => {
    if (Object.getPrototypeOf(error) === PLAIN) return undefined;
    return firstMapping(mappers, error, host);
  };
}
