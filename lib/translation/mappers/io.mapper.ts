import { isThrown, type SourceMapping, type Thrown } from '../source-mapper.js';

const IO_ERROR: SourceMapping = Object.freeze({ code: 'IO_ERROR' });
const NETWORK_CODES = new Set(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE', 'ABORT_ERR']);

/** Node's own I/O: fs, net, dns, fetch; and an HTTP client's call that got no answer. */
export function mapIoError(error: Thrown): SourceMapping | undefined {
  const { code } = error;
  if (typeof code === 'string') {
    if (typeof error.syscall === 'string') return IO_ERROR;
    if (code.startsWith('UND_ERR_') || NETWORK_CODES.has(code)) return IO_ERROR;
  }
  if (error.isAxiosError === true) return error.response === undefined ? IO_ERROR : undefined;
  return isFailedFetch(error) || isTimeout(error) ? IO_ERROR : undefined;
}

function isFailedFetch(error: Thrown): boolean {
  const { name, message } = error;
  return (
    name === 'TypeError' &&
    (message === 'fetch failed' || message === 'terminated') &&
    isThrown(error.cause)
  );
}

/** AbortSignal.timeout() and an aborted fetch are DOMExceptions with a legacy numeric code. */
function isTimeout(error: Thrown): boolean {
  return (
    (error.name === 'TimeoutError' && error.code === 23) ||
    (error.name === 'AbortError' && error.code === 20)
  );
}
