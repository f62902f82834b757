import type { SourceMapping, Thrown } from '../source-mapper.js';
import { DATABASE_ERROR } from './database-mapping.js';
import { mapWrappedDriverError } from './driver.mapper.js';

/** Drizzle. Its query error is named "Error", and is told by its own keys. */
export function mapDrizzleError(error: Thrown): SourceMapping | undefined {
  if (
    'params' in error &&
    Object.hasOwn(error, 'params') &&
    Object.hasOwn(error, 'query') &&
    Object.hasOwn(error, 'cause')
  ) {
    return mapWrappedDriverError(error.cause, { sql: error.query });
  }
  return error.name === 'DrizzleError' ? DATABASE_ERROR : undefined;
}
