import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { AUTHOS_ERRORS } from '../contract/authos-errors.js';
import { isSeconds } from '../contract/seconds.js';
import type { SourceMapping } from './source-mapper.js';
import { isClientError } from './status-code.js';

/**
 * What another service with this contract answered. Its code counts here as well; its text is for the client only where
 * the code speaks of the client.
 */
export function remoteMapping(
  code: AuthOsErrorCode,
  text: string,
  retryAfter: unknown,
): SourceMapping {
  return {
    code,
    ...(isClientError(AUTHOS_ERRORS[code].status) && { message: text }),
    ...(isSeconds(retryAfter) && { retryAfter }),
  };
}
