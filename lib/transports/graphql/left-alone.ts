import { isObject } from '../../translation/unknown-object.js';

/** Marks an error for every copy of the package. */
const LEFT_ALONE = Symbol.for('nestjs-authos-errors/left-alone');

/** Has an error go its way as it would without the library: it is an answer already, or its resolver is left out. */
export function leaveAlone(error: unknown): void {
  try {
    if (isObject(error)) Reflect.defineProperty(error, LEFT_ALONE, { value: true });
  } catch {
    // It cannot be marked, and is answered.
  }
}

export function isLeftAlone(error: unknown): boolean {
  try {
    return isObject(error) && LEFT_ALONE in error;
  } catch {
    return false;
  }
}
