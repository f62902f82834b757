import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, duplicate, NOT_FOUND } from './database-mapping.js';
import { mapWrappedDriverError } from './wrapped-driver-error.js';

/** Sequelize, whose names are literals, and its AggregateError of a validated bulkCreate. */
export function mapSequelizeError(error: UnknownObject): SourceMapping | undefined {
  const { name } = error;
  if (typeof name !== 'string') return undefined;
  if (name === 'AggregateError') return isBulkError(error) ? DATABASE_ERROR : undefined;
  if (!name.startsWith('Sequelize')) return undefined;
  if (name === 'SequelizeUniqueConstraintError') return mapUniqueError(error);
  if (name === 'SequelizeEmptyResultError') return NOT_FOUND;
  return isObject(error.original) ? mapWrappedDriverError(error.original) : DATABASE_ERROR;
}

function isBulkError({ errors }: UnknownObject): boolean {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return isObject(first) && first.name === 'SequelizeBulkRecordError';
}

/** `fields` holds the columns where the driver names only the key, if the model knows its unique keys. */
function mapUniqueError({ original, sql, fields }: UnknownObject): SourceMapping {
  const columns = isObject(fields) ? Object.keys(fields) : undefined;
  const mapping = mapWrappedDriverError(original, { sql, columns });
  return mapping === DATABASE_ERROR ? duplicate([]) : mapping;
}
