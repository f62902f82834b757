import { isThrown, type SourceMapping, type Thrown } from '../source-mapper.js';

const SQLSTATE = /^[0-9A-Z]{5}$/;
const SQLITE_UNIQUE = /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)$/;
const SQLITE_UNIQUE_TEXT = /^(?:SqliteError: )?UNIQUE constraint failed: (.+)$/;
const MYSQL_DUPLICATES = new Set([1022, 1062, 1169, 1557, 1586, 1761, 1762]);
const MSSQL_DUPLICATES = new Set([2601, 2627]);

export const DATABASE_ERROR: SourceMapping = Object.freeze({ code: 'DATABASE_ERROR' });

/** An error of a database driver as the driver throws it. */
export function mapDriverError(error: Thrown): SourceMapping | undefined {
  const { code } = error;
  // pg and postgres.js: a SQLSTATE alone also looks like EPIPE or P2002, so its severity has to stand beside it.
  if (typeof code === 'string' && SQLSTATE.test(code) && typeof error.severity === 'string') {
    return code === '23505' ? duplicate(postgresConstraints(error)) : DATABASE_ERROR;
  }
  // mysql2 and mariadb: on MariaDB the name in `code` is often another error's, errno never is.
  if (typeof error.errno === 'number' && error.errno >= 1000 && isSqlState(error.sqlState)) {
    return MYSQL_DUPLICATES.has(error.errno) ? duplicate(mysqlConstraints(error)) : DATABASE_ERROR;
  }
  if (typeof code === 'string' && code.startsWith('SQLITE_')) {
    return SQLITE_UNIQUE.test(code) ? duplicate(sqliteConstraints(error)) : DATABASE_ERROR;
  }
  if (error.fatal === true || (typeof code === 'string' && code.startsWith('PROTOCOL_'))) {
    return DATABASE_ERROR;
  }
  return undefined;
}

/** The error that an ORM wraps: surely a database's, so a number or a text is enough to tell a duplicate. */
export function mapWrappedDriverError(error: unknown): SourceMapping {
  if (!isThrown(error)) return DATABASE_ERROR;
  const text = typeof error.message === 'string' ? error.message : '';
  if (SQLITE_UNIQUE_TEXT.test(text)) return duplicate(sqliteConstraints(error));
  if (MSSQL_DUPLICATES.has(Number(error.number)) || text.startsWith('ORA-00001'))
    return duplicate([]);
  return mapDriverError(error) ?? DATABASE_ERROR;
}

function isSqlState(value: unknown): boolean {
  return typeof value === 'string' && SQLSTATE.test(value);
}

function duplicate(constraints: readonly string[]): SourceMapping {
  return { code: 'DUPLICATE_CONSTRAINT', constraints };
}

function postgresConstraints(error: Thrown): string[] {
  const constraint = error.constraint ?? error.constraint_name;
  const table = error.table ?? error.table_name;
  const columns = /^Key \((.+?)\)=\(/.exec(String(error.detail))?.[1]?.replaceAll('"', '');
  return [constraint, columns && `${String(table)}.${columns.replaceAll(', ', ',')}`].filter(
    isName,
  );
}

function mysqlConstraints(error: Thrown): string[] {
  const key = /for key '(?:[^']*\.)?([^'.]+)'/.exec(String(error.sqlMessage ?? error.message))?.[1];
  return [key].filter(isName);
}

function sqliteConstraints(error: Thrown): string[] {
  const columns = SQLITE_UNIQUE_TEXT.exec(String(error.message))?.[1]?.split(', ') ?? [];
  const table = columns[0]?.split('.')[0];
  if (table === undefined) return [];
  return [`${table}.${columns.map((column) => column.slice(table.length + 1)).join(',')}`];
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
