import { isThrown, type SourceMapping, type Thrown } from '../source-mapper.js';
import { DATABASE_ERROR, duplicate, NOT_FOUND } from './database-mapping.js';
import { mapWrappedDriverError } from './driver.mapper.js';

/** Sequelize, whose names are literals, and its AggregateError of a validated bulkCreate. */
export function mapSequelizeError(error: Thrown): SourceMapping | undefined {
  const { name } = error;
  if (typeof name !== 'string') return undefined;
  if (name === 'AggregateError') return isBulkError(error) ? DATABASE_ERROR : undefined;
  if (!name.startsWith('Sequelize')) return undefined;
  if (name === 'SequelizeUniqueConstraintError') return mapUniqueError(error);
  if (name === 'SequelizeEmptyResultError') return NOT_FOUND;
  return isThrown(error.original) ? mapWrappedDriverError(error.original) : DATABASE_ERROR;
}

function isBulkError({ errors }: Thrown): boolean {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return isThrown(first) && first.name === 'SequelizeBulkRecordError';
}

/** `fields` holds the columns where the driver names only the key, if the model knows its unique keys. */
function mapUniqueError({ original, sql, fields }: Thrown): SourceMapping {
  const columns = isThrown(fields) ? Object.keys(fields) : undefined;
  const mapping = mapWrappedDriverError(original, { sql, columns });
  return mapping === DATABASE_ERROR ? duplicate([]) : mapping;
}
