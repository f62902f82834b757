import { bodyOf, isHttpException, statusOf } from '../../translation/http-exception.js';
import { isReadable } from '../../translation/unknown-object.js';
import type { HttpAnswer } from './http-response.interface.js';

/**
 * The answer of Nest's built-in filter to a 3xx HttpException, which is no error and keeps Nest's body;
 * undefined for everything else.
 */
export function redirectOf(error: unknown): HttpAnswer | undefined {
  try {
    if (!isReadable(error) || !isHttpException(error)) return undefined;
    const status = statusOf(error);
    if (!(status >= 300 && status < 400)) return undefined;
    const response = bodyOf(error);
    const body = JSON.stringify(
      isObject(response) ? response : { statusCode: status, message: response },
    ) as string | undefined;
    if (body === undefined) return undefined;
    return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
  } catch {
    // What cannot be read is not known to be a redirect: the translator takes it.
    return undefined;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
