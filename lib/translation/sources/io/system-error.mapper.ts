import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from './io-mapping.js';

/** What the network says, also when a client repeats it without the `syscall` that Node gives. */
const NETWORK = new Set([
  'EADDRINUSE',
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETRESET',
  'ENETUNREACH',
  'ENOTCONN',
  'ENOTFOUND',
  'EPIPE',
  'EPROTO',
  'ESOCKETTIMEDOUT',
  'ETIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** The errors of the system: files, sockets, DNS. */
export function mapSystemError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string') return undefined;
  const isSystem =
    typeof error.syscall === 'string' || NETWORK.has(code) || isUnreachableHost(error, code);
  return isSystem ? IO_ERROR : undefined;
}

/** A host that was tried at every address: an AggregateError with the code of the first attempt. */
function isUnreachableHost({ errors }: UnknownObject, code: string): boolean {
  if (!Array.isArray(errors)) return false;
  const attempt: unknown = errors[0];
  return isObject(attempt) && attempt.code === code && typeof attempt.syscall === 'string';
}
