/**
 * Loads a package outside of Jest's module registry: a CommonJS package that requires an ES module does not
 * load within it. What comes back is another copy, of another realm.
 */
export function nativeRequire<T>(id: string): T {
  return (globalThis as unknown as { nativeRequire: (id: string) => T }).nativeRequire(id);
}
