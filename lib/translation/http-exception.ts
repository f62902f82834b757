import { types } from 'node:util';
import { isObject, type UnknownObject } from './unknown-object.js';

/** The part of Nest's HttpException that every copy and version of it has. */
export interface HttpExceptionLike extends UnknownObject {
  getStatus(): unknown;
  getResponse(): unknown;
}

/** Recognises an HttpException of any copy of Nest in the process. */
export function isHttpException(value: unknown): value is HttpExceptionLike {
  return (
    isObject(value) &&
    typeof value.getStatus === 'function' &&
    typeof value.getResponse === 'function'
  );
}

/** NaN where it has none. */
export function statusOf(exception: HttpExceptionLike): number {
  return Number(settled(exception.getStatus()));
}

export function bodyOf(exception: HttpExceptionLike): unknown {
  return settled(exception.getResponse());
}

/** Nobody waits for what a stranger's method promises, and a rejection that nobody handles ends the process. */
function settled(value: unknown): unknown {
  // To ask Node whether it is a promise costs more than all the rest.
  if (!isObject(value) || typeof value.then !== 'function' || !types.isPromise(value)) return value;
  void Promise.prototype.then.call(value, undefined, () => {});
  return undefined;
}
