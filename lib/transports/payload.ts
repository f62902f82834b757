import type { AuthOsErrorEnvelope } from '../contract/authos-error-envelope.js';
import type { ErrorAnswer } from './reply.js';

/** The envelope where there is no header to carry a hint at when to try again. */
export interface ErrorPayload extends AuthOsErrorEnvelope {
  /** Whole seconds until the client may try again. */
  retry_after?: number;
}

/** The envelope with the retry hint of its error, if there is one. */
export function payloadOf({ envelope, translation }: ErrorAnswer): ErrorPayload {
  const { retryAfter } = translation;
  return retryAfter === undefined ? envelope : { ...envelope, retry_after: Math.ceil(retryAfter) };
}
