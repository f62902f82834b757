import type { SourceMapper } from '../../source-mapper.js';

/**
 * Shows mappers only the errors that have fields of their own. Most unknown errors are a bare `new Error('x')`, and
 * this one question, which costs V8 no more than the call, spares them all the others.
 */
export function withFields(...mappers: readonly SourceMapper[]): SourceMapper {
  return (error) => {
    if (Object.keys(error).length === 0) return undefined;
    for (const map of mappers) {
      const mapping = map(error);
      if (mapping) return mapping;
    }
    return undefined;
  };
}
