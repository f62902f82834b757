import { type AuthOsErrorCode, AUTHOS_ERRORS } from 'nestjs-authos-errors';
import type { ThrownValue } from './thrown-values.js';

/** The envelope of an error, whenever it came about. */
export function envelope(code: AuthOsErrorCode, error = AUTHOS_ERRORS[code].message): object {
  return {
    error,
    error_code: code,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  };
}

/** What a value of the table becomes where there is no header to carry its hint. */
export function payloadOf({ code, text, retryAfter }: ThrownValue): object {
  return {
    ...envelope(code, text),
    ...(retryAfter !== undefined && { retry_after: retryAfter }),
  };
}
