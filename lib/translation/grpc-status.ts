import type { AuthOsErrorCode } from '../contract/authos-error-code.js';

/** The code of a gRPC status that an application throws for its own client. */
export function codeOfGrpcStatus(status: number): AuthOsErrorCode {
  switch (status) {
    case 16:
      return 'UNAUTHORIZED';
    case 7:
      return 'FORBIDDEN';
    case 5:
      return 'NOT_FOUND';
    case 6:
      return 'DUPLICATE_CONSTRAINT';
    case 8:
      return 'TOO_MANY_REQUESTS';
    // CANCELLED, INVALID_ARGUMENT, FAILED_PRECONDITION, ABORTED, OUT_OF_RANGE.
    case 1:
    case 3:
    case 9:
    case 10:
    case 11:
      return 'BAD_REQUEST';
    default:
      return 'INTERNAL_SERVER_ERROR';
  }
}
