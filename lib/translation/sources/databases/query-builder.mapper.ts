import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, NOT_FOUND } from './database-mapping.js';
import { mapWrappedDriverError } from './wrapped-driver-error.js';

/** pg-promise's code of a query that found nothing. */
const NO_DATA = 0;

/** Query builders with classes of their own: Objection, pg-promise, Slonik, Kysely and Neon's client. */
export function mapQueryBuilderError(error: UnknownObject): SourceMapping | undefined {
  return (
    mapObjectionError(error) ??
    mapPgPromiseError(error) ??
    mapSlonikError(error) ??
    mapKyselyError(error) ??
    mapNeonError(error)
  );
}

function mapObjectionError(error: UnknownObject): SourceMapping | undefined {
  if (isObject(error.nativeError)) return mapWrappedDriverError(error.nativeError);
  return error.type === 'NotFound' && typeof error.modelClass === 'function'
    ? NOT_FOUND
    : undefined;
}

function mapPgPromiseError(error: UnknownObject): SourceMapping | undefined {
  if (error.name === 'BatchError' && Array.isArray(error.data)) {
    return mapWrappedDriverError(error.first);
  }
  if (error.name !== 'QueryResultError' || typeof error.received !== 'number') return undefined;
  return error.code === NO_DATA ? NOT_FOUND : DATABASE_ERROR;
}

function mapSlonikError(error: UnknownObject): SourceMapping | undefined {
  if (!descendsFrom(error, 'SlonikError')) return undefined;
  return descendsFrom(error, 'NotFoundError') ? NOT_FOUND : mapWrappedDriverError(error.cause);
}

function mapKyselyError(error: UnknownObject): SourceMapping | undefined {
  return 'node' in error && descendsFrom(error, 'NoResultError') ? NOT_FOUND : undefined;
}

function mapNeonError(error: UnknownObject): SourceMapping | undefined {
  return 'sourceError' in error && error.name === 'NeonDbError'
    ? mapWrappedDriverError(error)
    : undefined;
}
