import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { read } from './read.js';

/** What libraries say for programs to read. None of it holds a value. */
const FIELDS = [
  'codeName',
  'errorCode',
  'number',
  'errno',
  'syscall',
  'sqlState',
  'constraint',
  'table',
  'column',
  'routine',
  'type',
  'status',
  'statusCode',
  'requestId',
  'hostname',
  'address',
  'port',
] as const;
const CODE = /^[A-Z\d_]{1,100}$/;
export const IDENTIFIER = /^[\w.:/-]{1,100}$/;

/** The machine-readable fields of an error, `[code=23505 table=users]`, with a space before it; empty without any. */
export function errorFields(error: unknown, library?: AuthOsErrorCode): string {
  const fields: string[] = [];
  const code = read(error, 'code');
  // An OAuth client has there what the provider answered, unless it looks like a code of the client's own.
  if (isField(code, library === 'OAUTH_ERROR' ? CODE : IDENTIFIER)) fields.push(`code=${code}`);
  for (const key of FIELDS) {
    const value = read(error, key);
    if (isField(value, IDENTIFIER)) fields.push(`${key}=${value}`);
  }
  return fields.length > 0 ? ` [${fields.join(' ')}]` : '';
}

export function isField(value: unknown, pattern: RegExp): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && pattern.test(value));
}
