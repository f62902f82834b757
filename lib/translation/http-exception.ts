import { isThrown, type Thrown } from './source-mapper.js';

/** The part of Nest's HttpException that every copy and version of it has. */
export interface HttpExceptionLike extends Thrown {
  getStatus(): unknown;
  getResponse(): unknown;
}

/** Recognises an HttpException of any copy of Nest in the process. */
export function isHttpException(value: unknown): value is HttpExceptionLike {
  return (
    isThrown(value) &&
    typeof value.getStatus === 'function' &&
    typeof value.getResponse === 'function'
  );
}
