import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { JWT_ERROR, SERVER_FAULT, TOKEN_EXPIRED, UNREACHED } from './token-mapping.js';

const MAPPINGS: ReadonlyMap<string, SourceMapping> = new Map([
  ['JwtExpiredError', TOKEN_EXPIRED],
  ['FetchError', UNREACHED],
  // An answer of the key server that is not 200, or no set of keys.
  ['NonRetryableFetchError', SERVER_FAULT],
  ['JwksValidationError', SERVER_FAULT],
  ['JwkValidationError', SERVER_FAULT],
  ['JwkInvalidUseError', SERVER_FAULT],
  ['JwkInvalidKtyError', SERVER_FAULT],
  ['WaitPeriodNotYetEndedJwkError', SERVER_FAULT],
  ['JwksNotAvailableInCacheError', SERVER_FAULT],
  ['AlbJwksNotExposedError', SERVER_FAULT],
  ['ParameterValidationError', SERVER_FAULT],
  ['NotSupportedError', SERVER_FAULT],
]);

/** aws-jwt-verify, for Cognito and others. It has nothing but classes; all that are not listed speak of the token. */
export function mapAwsJwtError(error: UnknownObject): SourceMapping | undefined {
  if (!descendsFrom(error, 'JwtBaseError')) return undefined;
  return MAPPINGS.get((error.constructor as Function).name) ?? JWT_ERROR;
}
