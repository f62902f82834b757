import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from './io-mapping.js';

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

export function mapUndiciError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  return typeof code === 'string' && UNDICI_CODES.has(code) && Object.hasOwn(error, 'name')
    ? IO_ERROR
    : undefined;
}

/** fetch puts what happened into `cause`, where it may have no code, such as "bad port". */
export function mapFailedFetch({ name, message, cause }: UnknownObject): SourceMapping | undefined {
  return name === 'TypeError' &&
    (message === 'fetch failed' || message === 'terminated') &&
    isObject(cause)
    ? IO_ERROR
    : undefined;
}
