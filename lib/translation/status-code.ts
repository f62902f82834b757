import type { AuthOsErrorCode } from '../contract/authos-error-code.js';

/** The code of an HTTP status that speaks about this request. */
export function codeOfStatus(status: number): AuthOsErrorCode {
  switch (status) {
    case 401:
      return 'UNAUTHORIZED';
    case 403:
      return 'FORBIDDEN';
    case 404:
    case 410:
      return 'NOT_FOUND';
    case 409:
      return 'DUPLICATE_CONSTRAINT';
    case 429:
      return 'TOO_MANY_REQUESTS';
    default:
      return isClientError(status) ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
  }
}

export function isClientError(status: number): boolean {
  return status >= 400 && status < 500;
}
