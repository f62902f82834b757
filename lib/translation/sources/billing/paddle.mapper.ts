import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { BILLING_ERROR, UNSIGNED_WEBHOOK } from './billing-mapping.js';

const UNSIGNED = new Set<unknown>([
  '[Paddle] Webhook signature verification failed',
  '[Paddle] Invalid webhook signature',
]);

/** Paddle. A wrong signature has nothing but a text. */
export function mapPaddleError(error: UnknownObject): SourceMapping | undefined {
  if (UNSIGNED.has(error.message)) return UNSIGNED_WEBHOOK;
  return 'documentationUrl' in error &&
    Object.hasOwn(error, 'documentationUrl') &&
    Object.hasOwn(error, 'retryAfter')
    ? BILLING_ERROR
    : undefined;
}
