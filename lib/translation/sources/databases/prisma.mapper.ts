import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { constraintNames, DATABASE_ERROR, duplicate, NOT_FOUND } from './database-mapping.js';

const MISSING_RECORDS = new Set<unknown>(['P2001', 'P2015', 'P2018', 'P2025']);

/** Prisma: everything with a `clientVersion`, and the driver adapter's error that 6.19 and 7.0 let through bare. */
export function mapPrismaError(error: UnknownObject): SourceMapping | undefined {
  if (typeof error.clientVersion !== 'string') {
    return error.name === 'DriverAdapterError' ? mapAdapterError(error) : undefined;
  }
  const { code, meta } = error;
  if (MISSING_RECORDS.has(code)) return NOT_FOUND;
  const cause = adapterCause(isObject(meta) ? meta.driverAdapterError : undefined);
  return code === 'P2002' || isUniqueViolation(cause)
    ? duplicate(namesOf(cause, meta))
    : DATABASE_ERROR;
}

function mapAdapterError(error: UnknownObject): SourceMapping | undefined {
  const cause = adapterCause(error);
  if (typeof cause?.kind !== 'string') return undefined;
  return isUniqueViolation(cause) ? duplicate(namesOf(cause, undefined)) : DATABASE_ERROR;
}

function adapterCause(adapterError: unknown): UnknownObject | undefined {
  const cause = isObject(adapterError) ? adapterError.cause : undefined;
  return isObject(cause) ? cause : undefined;
}

function isUniqueViolation(cause: UnknownObject | undefined): boolean {
  return cause?.kind === 'UniqueConstraintViolation';
}

/** Adapters name the index or the columns, never both; the table only some of them. Before 7 the engine's `target` was either. */
function namesOf(cause: UnknownObject | undefined, meta: unknown): string[] {
  const { modelName, target } = isObject(meta) ? meta : {};
  const constraint = isObject(cause?.constraint) ? cause.constraint : undefined;
  const index = constraint?.index ?? target;
  const fields = constraint?.fields ?? target;
  const columns = Array.isArray(fields) ? fields.map(String) : undefined;
  return [cause?.table, modelName].flatMap((table) => constraintNames({ index, table, columns }));
}
