import { isThrown, type SourceMapping, type Thrown } from '../source-mapper.js';
import { DATABASE_ERROR } from './database-mapping.js';
import { mapMySqlError, type QueryContext } from './mysql.mapper.js';
import { mapOracleError } from './oracle.mapper.js';
import { mapPostgresError } from './postgres.mapper.js';
import { mapSqlServerError } from './sql-server.mapper.js';
import { mapSqliteError, mapSqliteText } from './sqlite.mapper.js';

/** An error of a database driver as the driver throws it, Knex included. */
export function mapDriverError(error: Thrown): SourceMapping | undefined {
  return mapPostgresError(error) ?? mapMySqlError(error) ?? mapSqliteError(error);
}

/** The error that an ORM wraps. It is surely a database's, so a number or a text is enough to tell a duplicate. */
export function mapWrappedDriverError(error: unknown, context?: QueryContext): SourceMapping {
  if (!isThrown(error)) return DATABASE_ERROR;
  return (
    mapPostgresError(error) ??
    mapMySqlError(error, context) ??
    mapSqliteError(error) ??
    mapSqliteText(error) ??
    mapSqlServerError(error) ??
    mapOracleError(error) ??
    DATABASE_ERROR
  );
}
