/** Replaces a target's own metadata, or removes it where the value is undefined. Returns what takes that back. */
export function replaceMetadata(key: string, value: unknown, target: object): () => void {
  const before: unknown = Reflect.getOwnMetadata(key, target);
  define(key, value, target);
  return () => define(key, before, target);
}

function define(key: string, value: unknown, target: object): void {
  if (value === undefined) Reflect.deleteMetadata(key, target);
  else Reflect.defineMetadata(key, value, target);
}
