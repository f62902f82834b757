import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { constraintNames, duplicate } from './database-mapping.js';

const UNIQUE = /^ORA-00001:[^(]*\((?:[^.)]+\.)?([^.)]+)\)/;

/** A duplicate in Oracle, `ORA-00001: unique constraint (APP.USERS_EMAIL_UK) violated`, within the error of an ORM. */
export function mapOracleError({ message }: UnknownObject): SourceMapping | undefined {
  if (typeof message !== 'string' || !message.startsWith('ORA-00001')) return undefined;
  return duplicate(constraintNames({ index: UNIQUE.exec(message)?.[1] }));
}
