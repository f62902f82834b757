import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { isConnectionCode } from './connection-codes.js';
import { IO_ERROR } from './io-mapping.js';

/** Files, processes, DNS and sockets, and clients that pass on what these said. */
export function mapSystemError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string') return undefined;
  const recognised =
    // A file's code without its system call may be an application's: ENOENT is short for "not found".
    typeof error.syscall === 'string' || isConnectionCode(code) || isUnreachable(error, code);
  return recognised ? IO_ERROR : undefined;
}

/** A host that was tried at every address: an AggregateError with the code of the first attempt. */
function isUnreachable({ errors }: UnknownObject, code: string): boolean {
  if (!Array.isArray(errors)) return false;
  const attempt: unknown = errors[0];
  return isObject(attempt) && attempt.code === code && typeof attempt.syscall === 'string';
}
