/**
 * The 23 machine-readable codes of the AuthOS error contract, each under its own name.
 *
 * @see AuthOS Error Codes Reference
 *
 * @example
 * if (envelope.error_code === AuthOsErrorCode.TOKEN_EXPIRED) await refresh();
 *
 * @publicApi
 */
export const AuthOsErrorCode = Object.freeze({
  UNAUTHORIZED: 'UNAUTHORIZED',
  TOKEN_EXPIRED: 'TOKEN_EXPIRED',
  JWT_ERROR: 'JWT_ERROR',
  FORBIDDEN: 'FORBIDDEN',
  ORGANIZATION_NOT_ACTIVE: 'ORGANIZATION_NOT_ACTIVE',
  FEATURE_NOT_AVAILABLE_IN_TIER: 'FEATURE_NOT_AVAILABLE_IN_TIER',
  BAD_REQUEST: 'BAD_REQUEST',
  NOT_FOUND: 'NOT_FOUND',
  DUPLICATE_CONSTRAINT: 'DUPLICATE_CONSTRAINT',
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  DEVICE_CODE_PENDING: 'DEVICE_CODE_PENDING',
  DEVICE_CODE_EXPIRED: 'DEVICE_CODE_EXPIRED',
  SERVICE_LIMIT_EXCEEDED: 'SERVICE_LIMIT_EXCEEDED',
  TEAM_LIMIT_EXCEEDED: 'TEAM_LIMIT_EXCEEDED',
  INVITATION_EXPIRED: 'INVITATION_EXPIRED',
  INTERNAL_SERVER_ERROR: 'INTERNAL_SERVER_ERROR',
  DATABASE_ERROR: 'DATABASE_ERROR',
  OAUTH_ERROR: 'OAUTH_ERROR',
  STRIPE_ERROR: 'STRIPE_ERROR',
  BILLING_ERROR: 'BILLING_ERROR',
  AUDIT_ERROR: 'AUDIT_ERROR',
  IO_ERROR: 'IO_ERROR',
  GENERIC_ERROR: 'GENERIC_ERROR',
} as const);

/**
 * One of the 23 codes.
 *
 * @example
 * const code: AuthOsErrorCode = 'NOT_FOUND';
 *
 * @publicApi
 */
export type AuthOsErrorCode = (typeof AuthOsErrorCode)[keyof typeof AuthOsErrorCode];

/** Tells whether a value is one of the 23 codes; nothing of a prototype passes. */
export function isAuthOsErrorCode(value: unknown): value is AuthOsErrorCode {
  return typeof value === 'string' && Object.hasOwn(AuthOsErrorCode, value);
}
