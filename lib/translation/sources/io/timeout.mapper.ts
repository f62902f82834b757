import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from './io-mapping.js';

/** What rxjs and p-timeout say, whose errors have nothing else of their own. */
const TIMEOUT_TEXT = /^(?:Timeout has occurred|Promise timed out after \d+ milliseconds)$/;

/**
 * Timeouts and aborts. `AbortSignal.timeout()` and an aborted fetch are DOMExceptions with a legacy numeric code. A
 * name alone may be anybody's.
 */
export function mapTimeout(error: UnknownObject): SourceMapping | undefined {
  const { name } = error;
  if (name === 'AbortError') {
    return error.code === 20 || error.code === 'ABORT_ERR' ? IO_ERROR : undefined;
  }
  if (name !== 'TimeoutError') return undefined;
  const isTimeout = error.code === 23 || TIMEOUT_TEXT.test(String(error.message));
  return isTimeout ? IO_ERROR : undefined;
}
