import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { BILLING_ERROR, UNSIGNED_WEBHOOK } from './billing-mapping.js';

const MAPPINGS: ReadonlyMap<unknown, SourceMapping> = new Map([
  ['authenticationError', BILLING_ERROR],
  ['authorizationError', BILLING_ERROR],
  ['gatewayTimeoutError', BILLING_ERROR],
  ['invalidChallengeError', UNSIGNED_WEBHOOK],
  ['invalidKeysError', BILLING_ERROR],
  ['invalidSignatureError', UNSIGNED_WEBHOOK],
  ['notFoundError', BILLING_ERROR],
  ['requestTimeoutError', BILLING_ERROR],
  ['serverError', BILLING_ERROR],
  ['serviceUnavailableError', BILLING_ERROR],
  ['testOperationPerformedInProductionError', BILLING_ERROR],
  ['tooManyRequestsError', BILLING_ERROR],
  ['unexpectedError', BILLING_ERROR],
  ['upgradeRequired', BILLING_ERROR],
]);

/** Braintree: plain Errors, whose type is their name as well. */
export function mapBraintreeError(error: UnknownObject): SourceMapping | undefined {
  const { type } = error;
  return type !== undefined && type === error.name ? MAPPINGS.get(type) : undefined;
}
