import type { ArgumentsHost } from '@nestjs/common';
import type { SourceMapper, SourceMapping } from './source-mapper.js';
import type { UnknownObject } from './unknown-object.js';

/** Shows an error to the mappers in order. What the first says that recognises it; undefined when none does. */
export function firstMapping(
  mappers: readonly SourceMapper[],
  error: UnknownObject,
  host?: ArgumentsHost,
): SourceMapping | undefined {
  for (const map of mappers) {
    try {
      const mapping = map(error, host);
      if (mapping) return mapping;
    } catch {
      // A getter of the thrown object threw: what this mapper cannot read, the next one may.
    }
  }
  return undefined;
}
