import { isThrown, type SourceMapping, type Thrown } from '../source-mapper.js';
import { DATABASE_ERROR } from './driver.mapper.js';

const NOT_FOUND = new Set(['P2001', 'P2015', 'P2018', 'P2025']);

/** Prisma: everything with a `clientVersion`, and the driver adapter's error that 6.19 and 7.0 let through bare. */
export function mapPrismaError(error: Thrown): SourceMapping | undefined {
  if (typeof error.clientVersion !== 'string') {
    return error.name === 'DriverAdapterError' && isThrown(error.cause)
      ? (mapAdapterCause(error.cause) ?? DATABASE_ERROR)
      : undefined;
  }
  const { code, meta } = error;
  if (typeof code !== 'string') return DATABASE_ERROR;
  if (NOT_FOUND.has(code)) return { code: 'NOT_FOUND' };
  const cause = adapterCause(meta);
  const violated = cause && mapAdapterCause(cause);
  if (violated) return violated;
  return code === 'P2002'
    ? { code: 'DUPLICATE_CONSTRAINT', constraints: constraintNames(cause, meta) }
    : DATABASE_ERROR;
}

function adapterCause(meta: unknown): Thrown | undefined {
  const adapterError = isThrown(meta) ? meta.driverAdapterError : undefined;
  const cause = isThrown(adapterError) ? adapterError.cause : undefined;
  return isThrown(cause) ? cause : undefined;
}

function mapAdapterCause(cause: Thrown): SourceMapping | undefined {
  return cause.kind === 'UniqueConstraintViolation'
    ? { code: 'DUPLICATE_CONSTRAINT', constraints: constraintNames(cause, undefined) }
    : undefined;
}

/** Adapters name the index or the columns, never both; the table only some of them. */
function constraintNames(cause: Thrown | undefined, meta: unknown): string[] {
  const { model, target } = isThrown(meta) ? { model: meta.modelName, target: meta.target } : {};
  const constraint = isThrown(cause?.constraint) ? cause.constraint : undefined;
  const fields = constraint?.fields ?? target;
  const columns = Array.isArray(fields) ? fields.join(',') : undefined;
  const tables = [cause?.table, model].filter((name) => typeof name === 'string');
  return [
    ...[constraint?.index, target].filter((name) => typeof name === 'string'),
    ...(columns ? tables.map((table) => `${table}.${columns}`) : []),
  ];
}
