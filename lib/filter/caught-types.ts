/** Where `@Catch()` keeps the types of a filter. The constant is not exported by every version of Nest. */
const CATCH_METADATA = '__filterCatchExceptions__';

/** The types that a filter class catches; none means everything. */
export function caughtTypes(filter: object): readonly (new () => unknown)[] {
  const types: unknown = Reflect.getMetadata(CATCH_METADATA, filter);
  return Array.isArray(types) ? types : [];
}
