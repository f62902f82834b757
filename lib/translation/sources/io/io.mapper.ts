import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';

const IO_ERROR: SourceMapping = Object.freeze({ code: 'IO_ERROR' });

/** A socket that hung up, or that the other side ended: Node names no `syscall` for these two. */
const SOCKET_CODES = new Set(['ECONNRESET', 'EPIPE']);

/** undici's codes of a connection. The others are wrong arguments, or answers of the other side. */
const UNDICI_CODES = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
  'UND_ERR_SOCKET',
  'UND_ERR_PRX_TLS',
  'UND_ERR_ABORT',
  'UND_ERR_ABORTED',
]);

/** Node's own I/O: fs, net, dns, fetch; and an HTTP client's call that got no answer. */
export function mapIoError(error: UnknownObject): SourceMapping | undefined {
  // axios. An answer of the other side is no failure of the connection, whatever its code.
  if (error.isAxiosError === true) {
    return error.response === undefined && isObject(error.config) ? IO_ERROR : undefined;
  }
  const { code } = error;
  const recognised =
    typeof code === 'string'
      ? isCodedFailure(error, code)
      : isFailedFetch(error) || isTimeout(error);
  return recognised ? IO_ERROR : undefined;
}

function isCodedFailure(error: UnknownObject, code: string): boolean {
  if (typeof error.syscall === 'string' || SOCKET_CODES.has(code)) return true;
  if (UNDICI_CODES.has(code)) return Object.hasOwn(error, 'name');
  if (code === 'ABORT_ERR') return error.name === 'AbortError';
  return isUnreachableHost(error, code);
}

/** A host that was tried at every address: an AggregateError with the code of the first attempt. */
function isUnreachableHost({ errors }: UnknownObject, code: string): boolean {
  if (!Array.isArray(errors)) return false;
  const attempt: unknown = errors[0];
  return isObject(attempt) && attempt.code === code && typeof attempt.syscall === 'string';
}

function isFailedFetch({ message, name, cause }: UnknownObject): boolean {
  return (
    (message === 'fetch failed' || message === 'terminated') &&
    name === 'TypeError' &&
    isObject(cause)
  );
}

/** AbortSignal.timeout() and an aborted fetch are DOMExceptions with a legacy numeric code; rxjs has its own. */
function isTimeout(error: UnknownObject): boolean {
  const { name, code } = error;
  if (name === 'AbortError') return code === 20;
  if (name !== 'TimeoutError') return false;
  return code === 23 || (Object.hasOwn(error, 'info') && error.message === 'Timeout has occurred');
}
