/** An object of unknown origin. Any read may hit a getter that throws; the translator expects that. */
export type UnknownObject = Readonly<Record<PropertyKey, unknown>>;

/** A function counts: some libraries throw what is callable. */
export function isObject(value: unknown): value is UnknownObject {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
