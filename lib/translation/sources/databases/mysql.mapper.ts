import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { constraintNames, DATABASE_ERROR, duplicate } from './database-mapping.js';

const FIRST_SERVER_ERROR = 1000;
const DUPLICATES = new Set([1022, 1062, 1169, 1557, 1586, 1761, 1762]);
// Only these texts end with the name of the key.
const NAMES_THE_KEY = new Set([1062, 1586]);
const WRITTEN_TABLE =
  /^\s*(?:insert|replace|update)\s+(?:(?:low_priority|delayed|high_priority|ignore|into)\s+)*(?:[`\w$-]+\.)?`?([\w$-]+)/i;

/** What an ORM knows beyond the error that it wraps. */
export interface QueryContext {
  sql?: unknown;
  columns?: readonly string[];
}

/** MySQL and MariaDB as mysql2 and mariadb report them. */
export function mapMySqlError(error: UnknownObject): SourceMapping | undefined {
  return mapMySqlQueryError(error, {});
}

/** The same with what the ORM around it knows of the query. */
export function mapMySqlQueryError(
  error: UnknownObject,
  context: QueryContext,
): SourceMapping | undefined {
  const { errno } = error;
  // On MariaDB the name in `code` is often another error's, the number never is.
  if (
    typeof errno === 'number' &&
    errno >= FIRST_SERVER_ERROR &&
    typeof error.sqlState === 'string'
  ) {
    return DUPLICATES.has(errno) ? duplicate(namesOf(error, errno, context)) : DATABASE_ERROR;
  }
  return isDriverError(error) ? DATABASE_ERROR : undefined;
}

/** A broken connection and a timeout of the driver's own. `fatal` alone may be anybody's. */
function isDriverError({ code, fatal, syscall, errorno }: UnknownObject): boolean {
  if (typeof code !== 'string') return false;
  return code.startsWith('PROTOCOL_') || code.startsWith('HANDSHAKE_')
    ? typeof fatal === 'boolean' || errorno === code
    : fatal === true && typeof syscall === 'string';
}

function namesOf(error: UnknownObject, errno: number, { sql, columns }: QueryContext): string[] {
  if (!NAMES_THE_KEY.has(errno)) return [];
  const key = lastQuoted(error.sqlMessage ?? error.message);
  // MySQL 8 says `table.key`, older ones and MariaDB only `key`.
  const dot = key.lastIndexOf('.');
  return constraintNames({
    index: key.slice(dot + 1),
    table: dot > 0 ? key.slice(0, dot) : tableOf(error.sql ?? sql),
    columns,
  });
}

/** `Duplicate entry 'hello' for key 'users.email'`, in the language of the server. The entry is the client's text, the key is not. */
function lastQuoted(text: unknown): string {
  if (typeof text !== 'string') return '';
  const end = text.lastIndexOf("'");
  return text.slice(text.lastIndexOf("'", end - 1) + 1, Math.max(end, 0));
}

function tableOf(sql: unknown): string | undefined {
  return typeof sql === 'string' ? WRITTEN_TABLE.exec(sql)?.[1] : undefined;
}
