import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR } from './database-mapping.js';
import { mapOracleError } from './oracle.mapper.js';
import { mapSqlServerError } from './sql-server.mapper.js';

/** Oracle's database, its client in JavaScript, and the two native ones. */
const ORACLE = /^(?:ORA|NJS|DPI|DPY)-\d{3,6}$/;
/** tedious says where a query failed, and of a connection one of these. */
const TEDIOUS_CONNECTION = new Set<unknown>(['ESOCKET', 'ETIMEOUT', 'ELOGIN', 'EINSTLOOKUP']);

/** SQL Server as mssql and tedious report it, and Oracle as oracledb does, without an ORM around. */
export function mapEnterpriseDriverError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string') return undefined;
  if (ORACLE.test(code)) return mapOracleError(error) ?? DATABASE_ERROR;
  const isSqlServer =
    (typeof error.number === 'number' && typeof error.serverName === 'string') ||
    descendsFrom(error, 'MSSQLError') ||
    (TEDIOUS_CONNECTION.has(code) && descendsFrom(error, 'ConnectionError'));
  return isSqlServer ? (mapSqlServerError(error) ?? DATABASE_ERROR) : undefined;
}
