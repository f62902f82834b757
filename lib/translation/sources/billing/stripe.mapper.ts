import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { UNSIGNED_WEBHOOK } from './billing-mapping.js';

const STRIPE_ERROR: SourceMapping = Object.freeze({ code: 'STRIPE_ERROR' });

/** No signature would have matched: the server has no secret, or gave a body that a parser had read before. */
const OUR_MISTAKE = /^(?:No webhook secret value was|Webhook payload must be) provided/;

/**
 * The Stripe SDK. Its `name` is "Error" and its `type` has no common form; these three keys are own
 * on every error, also on those of a connection or a signature, which leave two of them undefined.
 */
export function mapStripeError(error: UnknownObject): SourceMapping | undefined {
  if (error.raw === undefined) return undefined;
  if (!Object.hasOwn(error, 'rawType') || !Object.hasOwn(error, 'requestId')) return undefined;
  return isUnsignedWebhook(error) ? UNSIGNED_WEBHOOK : STRIPE_ERROR;
}

/** Only the error of a signature has the webhook in it. */
function isUnsignedWebhook(error: UnknownObject): boolean {
  return (
    Object.hasOwn(error, 'header') &&
    Object.hasOwn(error, 'payload') &&
    !OUR_MISTAKE.test(String(error.message))
  );
}
