import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { descendsFrom } from '../../class-chain.js';
import { DATABASE_ERROR, NOT_FOUND } from './database-mapping.js';
import { mapWrappedDriverError } from './wrapped-driver-error.js';

/**
 * TypeORM. QueryFailedError and EntityNotFoundError are told by their own keys, as `name` is the
 * name of the class and does not survive a minifier; the others have nothing but their class.
 */
export function mapTypeOrmError(error: UnknownObject): SourceMapping | undefined {
  if (
    'driverError' in error &&
    Object.hasOwn(error, 'driverError') &&
    Object.hasOwn(error, 'query')
  ) {
    return mapWrappedDriverError(error.driverError, { sql: error.query });
  }
  if (
    'entityClass' in error &&
    Object.hasOwn(error, 'entityClass') &&
    Object.hasOwn(error, 'criteria')
  )
    return NOT_FOUND;
  return descendsFrom(error, 'TypeORMError') ? DATABASE_ERROR : undefined;
}
