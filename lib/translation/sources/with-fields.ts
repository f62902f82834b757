import { firstMapping } from '../first-mapping.js';
import type { SourceMapper } from '../source-mapper.js';

const PLAIN: unknown = Error.prototype;

/**
 * Shows mappers only the errors that have fields or a class of their own. Most unknown errors are a bare
 * `new Error('x')`, which this one question spares all the others. Only plain Errors are asked for their fields: to list
 * those of a buffer takes seconds.
 */
export function withFields(...mappers: readonly SourceMapper[]): SourceMapper {
  return (error, host) =>
    Object.getPrototypeOf(error) === PLAIN && Object.keys(error).length === 0
      ? undefined
      : firstMapping(mappers, error, host);
}
