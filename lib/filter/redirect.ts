import { isHttpException } from '../translation/http-exception.js';
import type { HttpAnswer } from './http-reply.interface.js';

/**
 * The answer of Nest's built-in filter to a 3xx HttpException, which is no error and keeps Nest's body;
 * undefined for everything else.
 */
export function redirectOf(error: unknown): HttpAnswer | undefined {
  try {
    if (!isHttpException(error)) return undefined;
    const status = Number(error.getStatus());
    if (!(status >= 300 && status < 400)) return undefined;
    const body = error.getResponse();
    return {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(typeof body === 'string' ? { statusCode: status, message: body } : body),
    };
  } catch {
    // What cannot be read is not known to be a redirect: the translator takes it.
    return undefined;
  }
}
