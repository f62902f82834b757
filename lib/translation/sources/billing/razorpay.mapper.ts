import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { BILLING_ERROR, UNSIGNED_WEBHOOK } from './billing-mapping.js';

const UNSIGNED =
  'Invalid Parameters: Please give request body,signature sent in X-Razorpay-Signature header and webhook secret from dashboard as parameters';

/**
 * Razorpay throws no Error but the status and the `error` of the answer, which is undefined when it was no JSON. In what
 * others throw in this form, as Nest does in its bodies, the error is a text or has a message.
 */
export function mapRazorpayError(error: UnknownObject): SourceMapping | undefined {
  if (error.message === UNSIGNED) return UNSIGNED_WEBHOOK;
  if (typeof error.statusCode !== 'number' || !('error' in error)) return undefined;
  const answer = error.error;
  const isTheirs = answer === undefined || (isObject(answer) && !('message' in answer));
  return isTheirs && Object.getOwnPropertyNames(error).length === 2 ? BILLING_ERROR : undefined;
}
