import { errorWith, SECRET } from '../secret.js';

const TIMESTAMP = '2025-01-15T10:30:00Z';

/** What the AuthOS SDK throws, and what other services with the same contract answered. */
export const AUTHOS_FAULTS = {
  'authos-sdk-timeout': () =>
    errorWith({ name: 'SsoApiError', errorCode: 'TIMEOUT', statusCode: 504 }),
  'authos-sdk-own-key': () =>
    errorWith({ name: 'SsoApiError', errorCode: 'UNAUTHORIZED', statusCode: 401 }),
  'authos-sdk-limit': () =>
    errorWith(
      { name: 'SsoApiError', errorCode: 'TEAM_LIMIT_EXCEEDED', statusCode: 400, request: SECRET },
      'The team is full.',
    ),
  'remote-400': () => ({
    error: 'Approve the sign-in.',
    error_code: 'DEVICE_CODE_PENDING',
    timestamp: TIMESTAMP,
    retry_after: 5,
  }),
  'remote-500': () => ({ error: SECRET, error_code: 'BILLING_ERROR', timestamp: TIMESTAMP }),
  'remote-grpc-500': () =>
    errorWith(
      {
        code: 13,
        details: SECRET,
        metadata: { get: (name: string) => (name === 'authos-error-code' ? ['IO_ERROR'] : []) },
      },
      `13 INTERNAL: ${SECRET}`,
    ),
} as const;
