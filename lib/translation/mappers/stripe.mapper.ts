import type { SourceMapping, Thrown } from '../source-mapper.js';

/** The Stripe SDK. Its `name` is "Error" and its `type` has no common form; these three keys are on every error. */
export function mapStripeError(error: Thrown): SourceMapping | undefined {
  return Object.hasOwn(error, 'rawType') &&
    Object.hasOwn(error, 'requestId') &&
    Object.hasOwn(error, 'raw')
    ? { code: 'STRIPE_ERROR' }
    : undefined;
}
