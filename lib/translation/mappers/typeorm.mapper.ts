import type { SourceMapping, Thrown } from '../source-mapper.js';
import { DATABASE_ERROR, mapWrappedDriverError } from './driver.mapper.js';

/**
 * TypeORM. QueryFailedError and EntityNotFoundError are told by their own keys, as `name` is the
 * name of the class and does not survive a minifier; the others have nothing but their class.
 */
export function mapTypeOrmError(error: Thrown): SourceMapping | undefined {
  if (Object.hasOwn(error, 'driverError') && Object.hasOwn(error, 'query')) {
    return mapWrappedDriverError(error.driverError);
  }
  if (Object.hasOwn(error, 'entityClass') && Object.hasOwn(error, 'criteria')) {
    return { code: 'NOT_FOUND' };
  }
  return hasTypeOrmBase(error) ? DATABASE_ERROR : undefined;
}

function hasTypeOrmBase(error: Thrown): boolean {
  let prototype: unknown = Object.getPrototypeOf(error);
  for (let depth = 0; depth < 4 && prototype; depth++) {
    if ((prototype as Thrown).constructor?.name === 'TypeORMError') return true;
    prototype = Object.getPrototypeOf(prototype);
  }
  return false;
}
