import type { AuthOsErrorCode } from './authos-error-code.js';

/** The statuses that the contract has. */
export type AuthOsErrorStatus = 400 | 401 | 403 | 404 | 429 | 500;

/** Apart from the rest of what the contract fixes, whose texts a browser need not load. */
export const AUTHOS_ERROR_STATUSES = {
  UNAUTHORIZED: 401,
  TOKEN_EXPIRED: 401,
  JWT_ERROR: 401,
  FORBIDDEN: 403,
  ORGANIZATION_NOT_ACTIVE: 403,
  FEATURE_NOT_AVAILABLE_IN_TIER: 403,
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  DUPLICATE_CONSTRAINT: 400,
  TOO_MANY_REQUESTS: 429,
  DEVICE_CODE_PENDING: 400,
  DEVICE_CODE_EXPIRED: 400,
  SERVICE_LIMIT_EXCEEDED: 400,
  TEAM_LIMIT_EXCEEDED: 400,
  INVITATION_EXPIRED: 400,
  INTERNAL_SERVER_ERROR: 500,
  DATABASE_ERROR: 500,
  OAUTH_ERROR: 500,
  STRIPE_ERROR: 500,
  BILLING_ERROR: 500,
  AUDIT_ERROR: 500,
  IO_ERROR: 500,
  GENERIC_ERROR: 500,
} as const satisfies Readonly<Record<AuthOsErrorCode, AuthOsErrorStatus>>;
