import { type AuthOsErrorCode, isAuthOsErrorCode } from '../contract/authos-error-code.js';
import { AUTHOS_ERROR_STATUSES } from '../contract/authos-error-statuses.js';
import type { AnswerMembers } from '../contract/read-answer-members.js';
import type { KnownAuthOsError, UnknownAuthOsError } from './decoded-authos-error.js';

/** What the transport says beside the members. */
interface Hints {
  /** The HTTP status, where there is one. */
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  readonly isRetryable: boolean;
}

const RETRYABLE_CODES: ReadonlySet<string> = new Set<AuthOsErrorCode>([
  'TOO_MANY_REQUESTS',
  'DEVICE_CODE_PENDING',
  'DATABASE_ERROR',
  'OAUTH_ERROR',
  'STRIPE_ERROR',
  'IO_ERROR',
]);

/** What was read, by whether this version knows its code. */
export function decoded(
  { error, error_code: code, timestamp }: AnswerMembers,
  { status, retryAfter, isRetryable }: Hints,
): KnownAuthOsError | UnknownAuthOsError {
  const answer = { error, timestamp, retryAfter };
  return isAuthOsErrorCode(code)
    ? {
        kind: 'known-code',
        code,
        status: status ?? AUTHOS_ERROR_STATUSES[code],
        ...answer,
        isRetryable: isRetryable || RETRYABLE_CODES.has(code),
      }
    : { kind: 'unknown-code', code, status, ...answer, isRetryable };
}
