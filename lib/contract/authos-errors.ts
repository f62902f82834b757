import type { AuthOsErrorCode } from './authos-error-code.js';
import { AUTHOS_ERROR_STATUSES, type AuthOsErrorStatus } from './authos-error-statuses.js';

/**
 * The headings under which the reference lists its codes.
 *
 * @example
 * const group: AuthOsErrorGroup = AUTHOS_ERRORS.INVITATION_EXPIRED.group; // 'Resource Limits & Lifecycle'
 *
 * @publicApi
 */
export type AuthOsErrorGroup =
  | 'Authentication & Authorization'
  | 'Request Validation & Conflicts'
  | 'Device Authorization Flow'
  | 'Resource Limits & Lifecycle'
  | 'Server & Integration Errors';

/**
 * What the contract fixes for one code.
 *
 * @example
 * const { status, message }: AuthOsErrorDefinition = AUTHOS_ERRORS[code];
 *
 * @publicApi
 */
export interface AuthOsErrorDefinition {
  /** The HTTP status of every response with this code. */
  readonly status: AuthOsErrorStatus;
  /** The reference's own words, for documentation. */
  readonly description: string;
  /** What the client reads when nobody wrote a text for it. */
  readonly message: string;
  readonly group: AuthOsErrorGroup;
}

function define(
  status: AuthOsErrorStatus,
  group: AuthOsErrorGroup,
  description: string,
  message: string,
): AuthOsErrorDefinition {
  return Object.freeze({ status, description, message, group });
}

/**
 * The contract as one frozen table: code → status, description, default text for the client and group.
 *
 * @see AuthOS Error Codes Reference
 *
 * @example
 * AUTHOS_ERRORS.NOT_FOUND.status; // 404
 *
 * @publicApi
 */
export const AUTHOS_ERRORS: Readonly<Record<AuthOsErrorCode, AuthOsErrorDefinition>> =
  Object.freeze({
    UNAUTHORIZED: define(
      AUTHOS_ERROR_STATUSES.UNAUTHORIZED,
      'Authentication & Authorization',
      'Missing or invalid authentication credentials.',
      'Authentication is required.',
    ),
    TOKEN_EXPIRED: define(
      AUTHOS_ERROR_STATUSES.TOKEN_EXPIRED,
      'Authentication & Authorization',
      'The JWT access token has expired. Use the refresh token to obtain a new one.',
      'The access token has expired.',
    ),
    JWT_ERROR: define(
      AUTHOS_ERROR_STATUSES.JWT_ERROR,
      'Authentication & Authorization',
      'The JWT token is malformed or its signature is invalid.',
      'The access token is invalid.',
    ),
    FORBIDDEN: define(
      AUTHOS_ERROR_STATUSES.FORBIDDEN,
      'Authentication & Authorization',
      'Authenticated, but lacks sufficient permissions for the requested resource.',
      'You do not have permission to access this resource.',
    ),
    ORGANIZATION_NOT_ACTIVE: define(
      AUTHOS_ERROR_STATUSES.ORGANIZATION_NOT_ACTIVE,
      'Authentication & Authorization',
      'The organization is currently pending approval or has been suspended.',
      'The organization is not active.',
    ),
    FEATURE_NOT_AVAILABLE_IN_TIER: define(
      AUTHOS_ERROR_STATUSES.FEATURE_NOT_AVAILABLE_IN_TIER,
      'Authentication & Authorization',
      'The requested feature is not included in the organization’s current tier.',
      "This feature is not included in the organization's current tier.",
    ),
    BAD_REQUEST: define(
      AUTHOS_ERROR_STATUSES.BAD_REQUEST,
      'Request Validation & Conflicts',
      'The request is malformed, missing required fields, or fails validation.',
      'The request is invalid.',
    ),
    NOT_FOUND: define(
      AUTHOS_ERROR_STATUSES.NOT_FOUND,
      'Request Validation & Conflicts',
      'The requested resource (user, organization, service, etc.) does not exist.',
      'The requested resource does not exist.',
    ),
    DUPLICATE_CONSTRAINT: define(
      AUTHOS_ERROR_STATUSES.DUPLICATE_CONSTRAINT,
      'Request Validation & Conflicts',
      'A resource with the same unique identifier (e.g., email or slug) already exists.',
      'A resource with the same unique identifier already exists.',
    ),
    TOO_MANY_REQUESTS: define(
      AUTHOS_ERROR_STATUSES.TOO_MANY_REQUESTS,
      'Request Validation & Conflicts',
      'Rate limit exceeded for the current endpoint.',
      'Too many requests. Try again later.',
    ),
    DEVICE_CODE_PENDING: define(
      AUTHOS_ERROR_STATUSES.DEVICE_CODE_PENDING,
      'Device Authorization Flow',
      'Authorization is still pending. The client should continue polling.',
      'Authorization is still pending.',
    ),
    DEVICE_CODE_EXPIRED: define(
      AUTHOS_ERROR_STATUSES.DEVICE_CODE_EXPIRED,
      'Device Authorization Flow',
      'The device code has expired. The user must restart the login flow.',
      'The device code has expired.',
    ),
    SERVICE_LIMIT_EXCEEDED: define(
      AUTHOS_ERROR_STATUSES.SERVICE_LIMIT_EXCEEDED,
      'Resource Limits & Lifecycle',
      'Organization has reached the maximum number of services for its tier.',
      'The organization has reached the maximum number of services for its tier.',
    ),
    TEAM_LIMIT_EXCEEDED: define(
      AUTHOS_ERROR_STATUSES.TEAM_LIMIT_EXCEEDED,
      'Resource Limits & Lifecycle',
      'Organization has reached the maximum number of members for its tier.',
      'The organization has reached the maximum number of members for its tier.',
    ),
    INVITATION_EXPIRED: define(
      AUTHOS_ERROR_STATUSES.INVITATION_EXPIRED,
      'Resource Limits & Lifecycle',
      'The invitation link has expired or has already been used.',
      'The invitation has expired or has already been used.',
    ),
    INTERNAL_SERVER_ERROR: define(
      AUTHOS_ERROR_STATUSES.INTERNAL_SERVER_ERROR,
      'Server & Integration Errors',
      'An unexpected error occurred on the server.',
      'An unexpected error occurred.',
    ),
    DATABASE_ERROR: define(
      AUTHOS_ERROR_STATUSES.DATABASE_ERROR,
      'Server & Integration Errors',
      'A database operation failed unexpectedly.',
      'A database operation failed.',
    ),
    OAUTH_ERROR: define(
      AUTHOS_ERROR_STATUSES.OAUTH_ERROR,
      'Server & Integration Errors',
      'Communication with an external OAuth provider failed.',
      'Communication with the OAuth provider failed.',
    ),
    STRIPE_ERROR: define(
      AUTHOS_ERROR_STATUSES.STRIPE_ERROR,
      'Server & Integration Errors',
      'An error occurred while communicating with the billing provider (Stripe).',
      'Communication with the billing provider failed.',
    ),
    BILLING_ERROR: define(
      AUTHOS_ERROR_STATUSES.BILLING_ERROR,
      'Server & Integration Errors',
      'General error related to billing or subscription processing.',
      'The billing operation failed.',
    ),
    AUDIT_ERROR: define(
      AUTHOS_ERROR_STATUSES.AUDIT_ERROR,
      'Server & Integration Errors',
      'Failed to record an audit log entry.',
      'The audit log entry was not recorded.',
    ),
    IO_ERROR: define(
      AUTHOS_ERROR_STATUSES.IO_ERROR,
      'Server & Integration Errors',
      'File system or network I/O failure.',
      'A file system or network operation failed.',
    ),
    GENERIC_ERROR: define(
      AUTHOS_ERROR_STATUSES.GENERIC_ERROR,
      'Server & Integration Errors',
      'An unspecified internal error occurred.',
      'An internal error occurred.',
    ),
  });
