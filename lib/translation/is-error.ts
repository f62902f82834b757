import { types } from 'node:util';
import { isObject, type UnknownObject } from './unknown-object.js';

/** How long a chain of classes is followed. */
const MAX_PROTOTYPES = 32;
const ERROR: unknown = Error.prototype;

/** Errors of another realm and of libraries that replace `Error` count, too. */
export function isError(value: UnknownObject): boolean {
  try {
    return (
      types.isNativeError(value) ||
      inheritsFromError(value) ||
      (typeof value.stack === 'string' && typeof value.message === 'string')
    );
  } catch {
    return false;
  }
}

/** As `instanceof` does, which would follow a prototype that names itself without end. */
function inheritsFromError(value: UnknownObject): boolean {
  let prototype: unknown = Object.getPrototypeOf(value);
  for (let depth = 0; depth < MAX_PROTOTYPES && isObject(prototype); depth++) {
    if (prototype === ERROR) return true;
    prototype = Object.getPrototypeOf(prototype);
  }
  return false;
}
