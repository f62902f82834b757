import type { AuthOsErrorCode } from './authos-error-code.js';

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
  readonly status: 400 | 401 | 403 | 404 | 429 | 500;
  /** The reference's own words, for documentation. */
  readonly description: string;
  /** What the client reads when nobody wrote a text for it. */
  readonly message: string;
  readonly group: AuthOsErrorGroup;
}

function define(
  group: AuthOsErrorGroup,
  status: AuthOsErrorDefinition['status'],
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
      'Authentication & Authorization',
      401,
      'Missing or invalid authentication credentials.',
      'Authentication is required.',
    ),
    TOKEN_EXPIRED: define(
      'Authentication & Authorization',
      401,
      'The JWT access token has expired. Use the refresh token to obtain a new one.',
      'The access token has expired.',
    ),
    JWT_ERROR: define(
      'Authentication & Authorization',
      401,
      'The JWT token is malformed or its signature is invalid.',
      'The access token is invalid.',
    ),
    FORBIDDEN: define(
      'Authentication & Authorization',
      403,
      'Authenticated, but lacks sufficient permissions for the requested resource.',
      'You do not have permission to access this resource.',
    ),
    ORGANIZATION_NOT_ACTIVE: define(
      'Authentication & Authorization',
      403,
      'The organization is currently pending approval or has been suspended.',
      'The organization is not active.',
    ),
    FEATURE_NOT_AVAILABLE_IN_TIER: define(
      'Authentication & Authorization',
      403,
      'The requested feature is not included in the organization’s current tier.',
      "This feature is not included in the organization's current tier.",
    ),
    BAD_REQUEST: define(
      'Request Validation & Conflicts',
      400,
      'The request is malformed, missing required fields, or fails validation.',
      'The request is invalid.',
    ),
    NOT_FOUND: define(
      'Request Validation & Conflicts',
      404,
      'The requested resource (user, organization, service, etc.) does not exist.',
      'The requested resource does not exist.',
    ),
    DUPLICATE_CONSTRAINT: define(
      'Request Validation & Conflicts',
      400,
      'A resource with the same unique identifier (e.g., email or slug) already exists.',
      'A resource with the same unique identifier already exists.',
    ),
    TOO_MANY_REQUESTS: define(
      'Request Validation & Conflicts',
      429,
      'Rate limit exceeded for the current endpoint.',
      'Too many requests. Try again later.',
    ),
    DEVICE_CODE_PENDING: define(
      'Device Authorization Flow',
      400,
      'Authorization is still pending. The client should continue polling.',
      'Authorization is still pending.',
    ),
    DEVICE_CODE_EXPIRED: define(
      'Device Authorization Flow',
      400,
      'The device code has expired. The user must restart the login flow.',
      'The device code has expired.',
    ),
    SERVICE_LIMIT_EXCEEDED: define(
      'Resource Limits & Lifecycle',
      400,
      'Organization has reached the maximum number of services for its tier.',
      'The organization has reached the maximum number of services for its tier.',
    ),
    TEAM_LIMIT_EXCEEDED: define(
      'Resource Limits & Lifecycle',
      400,
      'Organization has reached the maximum number of members for its tier.',
      'The organization has reached the maximum number of members for its tier.',
    ),
    INVITATION_EXPIRED: define(
      'Resource Limits & Lifecycle',
      400,
      'The invitation link has expired or has already been used.',
      'The invitation has expired or has already been used.',
    ),
    INTERNAL_SERVER_ERROR: define(
      'Server & Integration Errors',
      500,
      'An unexpected error occurred on the server.',
      'An unexpected error occurred.',
    ),
    DATABASE_ERROR: define(
      'Server & Integration Errors',
      500,
      'A database operation failed unexpectedly.',
      'A database operation failed.',
    ),
    OAUTH_ERROR: define(
      'Server & Integration Errors',
      500,
      'Communication with an external OAuth provider failed.',
      'Communication with the OAuth provider failed.',
    ),
    STRIPE_ERROR: define(
      'Server & Integration Errors',
      500,
      'An error occurred while communicating with the billing provider (Stripe).',
      'Communication with the billing provider failed.',
    ),
    BILLING_ERROR: define(
      'Server & Integration Errors',
      500,
      'General error related to billing or subscription processing.',
      'The billing operation failed.',
    ),
    AUDIT_ERROR: define(
      'Server & Integration Errors',
      500,
      'Failed to record an audit log entry.',
      'The audit log entry was not recorded.',
    ),
    IO_ERROR: define(
      'Server & Integration Errors',
      500,
      'File system or network I/O failure.',
      'A file system or network operation failed.',
    ),
    GENERIC_ERROR: define(
      'Server & Integration Errors',
      500,
      'An unspecified internal error occurred.',
      'An internal error occurred.',
    ),
  });
