import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { constraintNames, DATABASE_ERROR, duplicate } from './database-mapping.js';

const UNIQUE_CODE = /^SQLITE_CONSTRAINT_(?:UNIQUE|PRIMARYKEY|ROWID)$/;
const UNIQUE_TEXT = 'UNIQUE constraint failed: ';

/** SQLite drivers that say so by their code: better-sqlite3, sqlite3, libsql, bun:sqlite and node:sqlite. */
export function mapSqliteError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string') return undefined;
  // These two do not tell which constraint failed.
  if (code === 'SQLITE_CONSTRAINT' || code === 'ERR_SQLITE_ERROR') {
    return mapSqliteText(error) ?? DATABASE_ERROR;
  }
  if (!code.startsWith('SQLITE_')) return isLibsqlError(error) ? DATABASE_ERROR : undefined;
  return UNIQUE_CODE.test(code) ? duplicate(namesOf(error.message)) : DATABASE_ERROR;
}

/** Over HTTP libSQL's client has codes of its protocol and of its server as well. */
function isLibsqlError(error: UnknownObject): boolean {
  return error.name === 'LibsqlError' && 'rawCode' in error;
}

/** An error that is surely a database's, of a driver that has no codes, such as sql.js. */
export function mapSqliteText({ message }: UnknownObject): SourceMapping | undefined {
  return typeof message === 'string' && message.includes(UNIQUE_TEXT)
    ? duplicate(namesOf(message))
    : undefined;
}

/** `posts.author_id, posts.slug`, or `index 'name'` where the index is on an expression. */
function namesOf(message: unknown): string[] {
  // Query builders write the statement, and so the client's values, before it.
  const text = String(message);
  const failed = text.slice(text.lastIndexOf(UNIQUE_TEXT) + UNIQUE_TEXT.length).split(':')[0] ?? '';
  const index = /^index '(.+)'$/.exec(failed)?.[1];
  if (index) return constraintNames({ index });
  const columns = failed.split(', ');
  const table = failed.slice(0, failed.indexOf('.'));
  return constraintNames({ table, columns: columns.map((name) => name.slice(table.length + 1)) });
}
