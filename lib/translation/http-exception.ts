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
