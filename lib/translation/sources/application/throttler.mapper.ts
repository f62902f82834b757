import { bodyOf, isHttpException, statusOf } from '../../http-exception.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';

const OWN_TEXT = /^ThrottlerException: /;

/** @nestjs/throttler. Its own text names the class, so it gives way to the default; a text of the user stays. */
export function mapThrottler(error: UnknownObject): SourceMapping | undefined {
  if (error.name !== 'ThrottlerException' || !isHttpException(error)) return undefined;
  if (statusOf(error) !== 429) return undefined;
  const text = bodyOf(error);
  return {
    code: 'TOO_MANY_REQUESTS',
    status: 429,
    message: typeof text === 'string' && !OWN_TEXT.test(text) ? text : undefined,
  };
}
