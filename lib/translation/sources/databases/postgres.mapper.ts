import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { constraintNames, DATABASE_ERROR, duplicate } from './database-mapping.js';

const SQLSTATE = /^[0-9A-Z]{5}$/;
const UNIQUE_VIOLATION = '23505';

/** PostgreSQL as pg, postgres.js and PGlite report it. */
export function mapPostgresError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string') return undefined;
  // A SQLSTATE alone also looks like EPIPE or P2002, so its severity has to stand beside it.
  if (typeof error.severity === 'string' && SQLSTATE.test(code)) {
    return code === UNIQUE_VIOLATION ? duplicate(namesOf(error)) : DATABASE_ERROR;
  }
  return isPostgresJs(error, code) ? DATABASE_ERROR : undefined;
}

/** The same where it is surely PostgreSQL's: pg-mem and data APIs give a SQLSTATE and no severity. */
export function mapSqlState(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string' || !SQLSTATE.test(code)) return undefined;
  return code === UNIQUE_VIOLATION ? duplicate(namesOf(error)) : DATABASE_ERROR;
}

/** What postgres.js reports of its own has no class: it names its query, or repeats the code where Node has a number. */
function isPostgresJs(error: UnknownObject, code: string): boolean {
  return (
    (error.errno === code && code.startsWith('CONNECT')) ||
    (Object.hasOwn(error, 'parameters') && Object.hasOwn(error, 'args'))
  );
}

function namesOf(error: UnknownObject): string[] {
  return constraintNames({
    index: error.constraint ?? error.constraint_name,
    table: error.table ?? error.table_name,
    columns: columnsOf(error.detail),
  });
}

/** `Key (author_id, slug)=(1, hello) already exists.`, in the language of the server. */
function columnsOf(detail: unknown): string[] | undefined {
  if (typeof detail !== 'string') return undefined;
  const end = detail.indexOf(')=(');
  const columns = detail.slice(detail.indexOf('(') + 1, Math.max(end, 0));
  return columns === '' ? undefined : columns.replaceAll('"', '').split(', ');
}
