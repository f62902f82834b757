import type { AuthOsErrorCode } from '../../contract/authos-error-code.js';

/**
 * The gRPC status of every code: the one whose HTTP status in google.rpc.Code is that of the code, unless another says
 * the same as the code. A limit is 9 and not 8, which says "again later"; a failure is 13 and not 14, because clients
 * and meshes repeat a call that ends with 14 by themselves, and a payment must not be repeated.
 *
 * @see https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
 */
export const GRPC_STATUS_OF: Readonly<Record<AuthOsErrorCode, number>> = Object.freeze({
  UNAUTHORIZED: 16,
  TOKEN_EXPIRED: 16,
  JWT_ERROR: 16,
  FORBIDDEN: 7,
  ORGANIZATION_NOT_ACTIVE: 7,
  FEATURE_NOT_AVAILABLE_IN_TIER: 7,
  BAD_REQUEST: 3,
  NOT_FOUND: 5,
  DUPLICATE_CONSTRAINT: 6,
  TOO_MANY_REQUESTS: 8,
  DEVICE_CODE_PENDING: 9,
  DEVICE_CODE_EXPIRED: 9,
  SERVICE_LIMIT_EXCEEDED: 9,
  TEAM_LIMIT_EXCEEDED: 9,
  INVITATION_EXPIRED: 9,
  INTERNAL_SERVER_ERROR: 13,
  DATABASE_ERROR: 13,
  OAUTH_ERROR: 13,
  STRIPE_ERROR: 13,
  BILLING_ERROR: 13,
  AUDIT_ERROR: 13,
  IO_ERROR: 13,
  GENERIC_ERROR: 2,
});
