import { isObject, type UnknownObject } from './unknown-object.js';

const MAX_DEPTH = 6;
const ROOT: unknown = Error.prototype;

/** Tells an object by the name of a class that it descends from, whichever copy of the package defined it. */
export function descendsFrom(error: UnknownObject, className: string): boolean {
  let prototype: unknown = Object.getPrototypeOf(error);
  for (let depth = 0; depth < MAX_DEPTH && isObject(prototype); depth++) {
    // Most errors end here, and to read a name takes longer than all the other questions.
    if (prototype === ROOT) return false;
    const { constructor } = prototype;
    if (typeof constructor === 'function' && constructor.name === className) return true;
    prototype = Object.getPrototypeOf(prototype);
  }
  return false;
}
