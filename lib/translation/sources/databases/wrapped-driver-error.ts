import type { SourceMapping } from '../../source-mapper.js';
import { isObject } from '../../unknown-object.js';
import { DATABASE_ERROR } from './database-mapping.js';
import { mapMySqlQueryError, type QueryContext } from './mysql.mapper.js';
import { mapOracleError } from './oracle.mapper.js';
import { mapPostgresError, mapSqlState } from './postgres.mapper.js';
import { mapSqlServerError } from './sql-server.mapper.js';
import { mapSqliteError, mapSqliteText } from './sqlite.mapper.js';

/** The error that an ORM wraps. It is surely a database's, so a number or a text is enough to tell a duplicate. */
export function mapWrappedDriverError(error: unknown, context: QueryContext = {}): SourceMapping {
  if (!isObject(error)) return DATABASE_ERROR;
  return (
    mapPostgresError(error) ??
    mapSqlState(error) ??
    mapMySqlQueryError(error, context) ??
    mapSqliteError(error) ??
    mapSqliteText(error) ??
    mapSqlServerError(error) ??
    mapOracleError(error) ??
    DATABASE_ERROR
  );
}
