import { type AuthOsErrorCode, isAuthOsErrorCode } from '../../../contract/authos-error-code.js';
import { AUTHOS_ERRORS } from '../../../contract/authos-errors.js';
import { isClientError } from '../../status-code.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';

/** AuthOS did not answer: the SDK's own words, and a code of AuthOS beyond the 23. */
const UNREACHED = new Set(['NETWORK_ERROR', 'TIMEOUT', 'SERVICE_UNAVAILABLE']);

/** A proxy before AuthOS that answers without an envelope: the SDK knows no more than the status. */
const UNREACHED_STATUSES = new Set([408, 429, 502, 503, 504]);

/** These speak of whoever called AuthOS, which may be this server with its API key. */
const OF_THE_CALLER: ReadonlySet<AuthOsErrorCode> = new Set([
  'UNAUTHORIZED',
  'TOKEN_EXPIRED',
  'JWT_ERROR',
  'FORBIDDEN',
]);

/** The error of the AuthOS SDK: an answer of AuthOS itself is passed on, a failed call is I/O. */
export function mapSsoApiError(error: UnknownObject): SourceMapping | undefined {
  if (error.name !== 'SsoApiError') return undefined;
  const { errorCode, statusCode, message } = error;
  if (typeof errorCode !== 'string' || typeof statusCode !== 'number') return undefined;
  if (isUnreached(errorCode, statusCode)) return { code: 'IO_ERROR' };
  if (!isAuthOsErrorCode(errorCode)) return { code: 'GENERIC_ERROR' };
  const written = isClientError(AUTHOS_ERRORS[errorCode].status) && typeof message === 'string';
  const answer = { code: errorCode, message: written ? message : undefined };
  return OF_THE_CALLER.has(errorCode)
    ? { code: 'INTERNAL_SERVER_ERROR', withUserToken: answer }
    : answer;
}

function isUnreached(errorCode: string, statusCode: number): boolean {
  return (
    UNREACHED.has(errorCode) ||
    (errorCode === 'UNKNOWN_ERROR' && UNREACHED_STATUSES.has(statusCode))
  );
}
