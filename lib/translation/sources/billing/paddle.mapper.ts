import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { BILLING_ERROR, UNSIGNED_WEBHOOK } from './billing-mapping.js';

const OWN_TEXT = '[Paddle] ';
const UNSIGNED = new Set([
  `${OWN_TEXT}Webhook signature verification failed`,
  `${OWN_TEXT}Invalid webhook signature`,
]);

/** Paddle. A wrong signature has nothing but a text. */
export function mapPaddleError(error: UnknownObject): SourceMapping | undefined {
  const { message } = error;
  if (typeof message === 'string' && message.startsWith(OWN_TEXT)) {
    return UNSIGNED.has(message) ? UNSIGNED_WEBHOOK : undefined;
  }
  return error.detail !== undefined &&
    Object.hasOwn(error, 'documentationUrl') &&
    Object.hasOwn(error, 'retryAfter')
    ? BILLING_ERROR
    : undefined;
}
