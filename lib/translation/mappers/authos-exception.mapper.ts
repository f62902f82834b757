import { isAuthOsException } from '../../contract/authos.exception.js';
import { isAuthOsErrorCode } from '../../contract/authos-error-code.js';
import type { SourceMapping, Thrown } from '../source-mapper.js';

/** The application's own words. */
export function mapAuthOsException(error: Thrown): SourceMapping | undefined {
  if (!isAuthOsException(error) || !isAuthOsErrorCode(error.code)) return undefined;
  const { code, message, retryAfter, headers } = error;
  return { code, message, retryAfter, headers };
}
