import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR } from './database-mapping.js';
import { mapWrappedDriverError } from './wrapped-driver-error.js';

/** Drizzle. Its query error is named "Error", and is told by its own keys. */
export function mapDrizzleError(error: UnknownObject): SourceMapping | undefined {
  if (
    'params' in error &&
    Object.hasOwn(error, 'params') &&
    Object.hasOwn(error, 'query') &&
    Object.hasOwn(error, 'cause')
  ) {
    return mapWrappedDriverError(error.cause, { sql: error.query });
  }
  if (error.name !== 'DrizzleError') return undefined;
  return isObject(error.cause) ? mapWrappedDriverError(error.cause) : DATABASE_ERROR;
}
