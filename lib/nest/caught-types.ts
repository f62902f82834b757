import { CATCH_METADATA } from './metadata-keys.js';

/** The types that a filter class catches; none means everything. */
export function caughtTypes(filter: object): readonly (new () => unknown)[] {
  const types: unknown = Reflect.getMetadata(CATCH_METADATA, filter);
  return Array.isArray(types) ? types : [];
}
