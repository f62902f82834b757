import { type AuthOsErrorCode, AUTHOS_ERRORS } from 'nestjs-authos-errors';

/** The envelope of an error, whenever it came about. */
export function envelope(code: AuthOsErrorCode, error = AUTHOS_ERRORS[code].message): object {
  return {
    error,
    error_code: code,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  };
}
