import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';

const STRIPE_ERROR: SourceMapping = Object.freeze({ code: 'STRIPE_ERROR' });

/**
 * The Stripe SDK. Its `name` is "Error" and its `type` has no common form; these three keys are own
 * on every error, also on those of a connection or a signature, which leave them undefined.
 */
export function mapStripeError(error: UnknownObject): SourceMapping | undefined {
  return 'rawType' in error &&
    Object.hasOwn(error, 'rawType') &&
    Object.hasOwn(error, 'requestId') &&
    Object.hasOwn(error, 'raw')
    ? STRIPE_ERROR
    : undefined;
}
