import { isThrown, type SourceMapping, type Thrown } from '../source-mapper.js';
import { constraintNames, DATABASE_ERROR, duplicate, NOT_FOUND } from './database-mapping.js';

const MISSING_RECORDS = new Set<unknown>(['P2001', 'P2015', 'P2018', 'P2025']);

/** Prisma: everything with a `clientVersion`, and the driver adapter's error that 6.19 and 7.0 let through bare. */
export function mapPrismaError(error: Thrown): SourceMapping | undefined {
  if (typeof error.clientVersion !== 'string') {
    return error.name === 'DriverAdapterError' ? mapAdapterError(error) : undefined;
  }
  const { code, meta } = error;
  if (MISSING_RECORDS.has(code)) return NOT_FOUND;
  const cause = adapterCause(isThrown(meta) ? meta.driverAdapterError : undefined);
  return code === 'P2002' || isUniqueViolation(cause)
    ? duplicate(namesOf(cause, meta))
    : DATABASE_ERROR;
}

function mapAdapterError(error: Thrown): SourceMapping | undefined {
  const cause = adapterCause(error);
  if (typeof cause?.kind !== 'string') return undefined;
  return isUniqueViolation(cause) ? duplicate(namesOf(cause, undefined)) : DATABASE_ERROR;
}

function adapterCause(adapterError: unknown): Thrown | undefined {
  const cause = isThrown(adapterError) ? adapterError.cause : undefined;
  return isThrown(cause) ? cause : undefined;
}

function isUniqueViolation(cause: Thrown | undefined): boolean {
  return cause?.kind === 'UniqueConstraintViolation';
}

/** Adapters name the index or the columns, never both; the table only some of them. Before 7 the engine's `target` was either. */
function namesOf(cause: Thrown | undefined, meta: unknown): string[] {
  const { modelName, target } = isThrown(meta) ? meta : {};
  const constraint = isThrown(cause?.constraint) ? cause.constraint : undefined;
  const index = constraint?.index ?? target;
  const fields = constraint?.fields ?? target;
  const columns = Array.isArray(fields) ? fields.map(String) : undefined;
  return [cause?.table, modelName].flatMap((table) => constraintNames({ index, table, columns }));
}
