import { isAuthOsErrorEnvelope } from '../contract/authos-error-envelope.js';
import { AUTHOS_ERRORS } from '../contract/authos-errors.js';
import { isClientError } from './status-code.js';
import type { SourceMapping } from './source-mapper.js';

/**
 * What another service answered with, as it came over the wire. Its code counts here as well; its text is for the client
 * only where the code speaks of the client.
 */
export function mapRemoteEnvelope(value: unknown): SourceMapping | undefined {
  if (!isAuthOsErrorEnvelope(value)) return undefined;
  const { error, error_code: code } = value;
  const { retry_after } = value as { retry_after?: unknown };
  const isHint = typeof retry_after === 'number' && retry_after >= 0 && retry_after < Infinity;
  return {
    code,
    ...(isClientError(AUTHOS_ERRORS[code].status) && { message: error }),
    ...(isHint && { retryAfter: retry_after }),
  };
}
