import { type AuthOsErrorCode, isAuthOsErrorCode } from './authos-error-code.js';
import { AUTHOS_ERRORS } from './authos-errors.js';
import { toClientText } from './client-text.js';
import { RFC_3339, timestamp } from './timestamp.js';

/**
 * The body of every error response: exactly these three members, in this order.
 *
 * @see AuthOS Error Codes Reference
 *
 * @example
 * { "error": "Unknown plan.", "error_code": "NOT_FOUND", "timestamp": "2025-01-15T10:30:00Z" }
 *
 * @publicApi
 */
export interface AuthOsErrorEnvelope {
  /** A text for a person. Never empty. */
  error: string;
  /** One of the 23 codes, for a program. */
  error_code: AuthOsErrorCode;
  /** RFC 3339. This library sends UTC in whole seconds with `Z`; AuthOS itself sends nanoseconds and `+00:00`. */
  timestamp: string;
}

const TIMESTAMP = new RegExp(RFC_3339);

/**
 * Tells whether a value, such as a parsed response body, is an AuthOS error envelope, whichever service sent it.
 * Further members are allowed, and any RFC 3339 timestamp; a code outside the 23 is not.
 *
 * @example
 * const body: unknown = await response.json();
 * if (isAuthOsErrorEnvelope(body)) console.log(body.error_code);
 *
 * @publicApi
 */
export function isAuthOsErrorEnvelope(value: unknown): value is AuthOsErrorEnvelope {
  if (typeof value !== 'object' || value === null) return false;
  const { error, error_code, timestamp } = value as Record<keyof AuthOsErrorEnvelope, unknown>;
  return (
    typeof error === 'string' &&
    error !== '' &&
    isAuthOsErrorCode(error_code) &&
    typeof timestamp === 'string' &&
    TIMESTAMP.test(timestamp)
  );
}

/** The envelope as JSON. Only its text can hold what JSON escapes, so it is all that is escaped. */
export function envelopeJson({ error, error_code, timestamp }: AuthOsErrorEnvelope): string {
  return `{"error":${JSON.stringify(error)},"error_code":"${error_code}","timestamp":"${timestamp}"}`;
}

/** Builds the envelope of a code, with its default text where `message` says nothing readable. */
export function createEnvelope(
  code: AuthOsErrorCode,
  message?: string,
  maxMessageLength?: number,
): AuthOsErrorEnvelope {
  return {
    error:
      (message && toClientText(message, maxMessageLength)) ||
      // The default texts are the library's own; only a shorter limit can make them longer than allowed.
      toClientText(AUTHOS_ERRORS[code].message, maxMessageLength),
    error_code: code,
    timestamp: timestamp(),
  };
}
