import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { constraintNames, duplicate } from './database-mapping.js';

/** Violation of UNIQUE KEY constraint 'UQ_users_email'. Cannot insert duplicate key in object 'dbo.users'. */
const CONSTRAINT = 2627;
/** Cannot insert duplicate key row in object 'dbo.users' with unique index 'IX_users_email'. */
const INDEX = 2601;

/** A duplicate in SQL Server, within the error of an ORM. */
export function mapSqlServerError({ number, message }: UnknownObject): SourceMapping | undefined {
  if (number !== CONSTRAINT && number !== INDEX) return undefined;
  const [first, second] = Array.from(String(message).matchAll(/'([^']+)'/g), (quoted) => quoted[1]);
  return duplicate(constraintNames({ index: number === CONSTRAINT ? first : second }));
}
