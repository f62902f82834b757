import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, NOT_FOUND } from './database-mapping.js';
import { mapWrappedDriverError } from './wrapped-driver-error.js';

/**
 * MikroORM. A DriverException carries the fields of the driver's error as its own; everything else
 * descends from the one class that has an entity and getEntity().
 */
export function mapMikroOrmError(error: UnknownObject): SourceMapping | undefined {
  if ('errmsg' in error && Object.hasOwn(error, 'errmsg') && Object.hasOwn(error, 'sqlMessage')) {
    return mapWrappedDriverError(error);
  }
  if (typeof error.getEntity !== 'function' || !Object.hasOwn(error, 'entity')) return undefined;
  return error.name === 'NotFoundError' ? NOT_FOUND : DATABASE_ERROR;
}
