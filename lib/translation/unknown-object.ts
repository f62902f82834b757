/** An object of unknown origin. Any read may hit a getter that throws; the translator expects that. */
export type UnknownObject = Readonly<Record<PropertyKey, unknown>>;

/** A function counts: some libraries throw what is callable. */
export function isObject(value: unknown): value is UnknownObject {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** How many classes an object may descend from. To look up what it does not have takes as long as they are many. */
const MAX_PROTOTYPES = 32;

const ERROR: unknown = Error.prototype;

/** Tells an object whose properties can be looked up in no time. A chain of a million prototypes holds the process. */
export function isReadable(value: unknown): value is UnknownObject {
  if (!isObject(value)) return false;
  let prototype: unknown = value;
  try {
    for (let depth = 0; depth < MAX_PROTOTYPES; depth++) {
      prototype = Object.getPrototypeOf(prototype);
      if (prototype === ERROR || prototype === null) return true;
    }
    return false;
  } catch {
    // A trap of a proxy threw. Reading the rest throws as well, which costs nothing.
    return true;
  }
}
