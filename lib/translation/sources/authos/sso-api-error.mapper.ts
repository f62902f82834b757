import { isAuthOsErrorCode } from '../../../contract/authos-error-code.js';
import { AUTHOS_ERRORS } from '../../../contract/authos-errors.js';
import { isClientError } from '../../status-code.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';

/** The error of the AuthOS SDK: an answer of AuthOS itself is passed on, a failed call is I/O. */
export function mapSsoApiError(error: UnknownObject): SourceMapping | undefined {
  if (error.name !== 'SsoApiError') return undefined;
  const { errorCode, statusCode, message } = error;
  if (typeof errorCode !== 'string' || typeof statusCode !== 'number') return undefined;
  if (errorCode === 'NETWORK_ERROR' || errorCode === 'TIMEOUT') return { code: 'IO_ERROR' };
  if (!isAuthOsErrorCode(errorCode)) return { code: 'GENERIC_ERROR' };
  const written = isClientError(AUTHOS_ERRORS[errorCode].status) && typeof message === 'string';
  return { code: errorCode, message: written ? message : undefined };
}
