import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, duplicate, NOT_FOUND } from './database-mapping.js';
import { mapSqlState } from './postgres.mapper.js';

/** PostgREST's code of `.single()` that found none or several rows. */
const NOT_ONE_ROW = 'PGRST116';
/** What Vitess says of MySQL's error, in its own words. */
const VITESS_DUPLICATE = '(errno 1062)';

/** SQL over HTTP: Supabase's PostgREST and PlanetScale. */
export function mapDataApiError(error: UnknownObject): SourceMapping | undefined {
  return mapPostgrestError(error) ?? mapPlanetScaleError(error);
}

function mapPostgrestError(error: UnknownObject): SourceMapping | undefined {
  if (error.name !== 'PostgrestError' || !('details' in error)) return undefined;
  if (error.code === NOT_ONE_ROW) return NOT_FOUND;
  return mapSqlState({ code: error.code, detail: error.details }) ?? DATABASE_ERROR;
}

function mapPlanetScaleError({ name, body, status }: UnknownObject): SourceMapping | undefined {
  if (name !== 'DatabaseError' || typeof status !== 'number' || !isObject(body)) return undefined;
  return String(body.message).includes(VITESS_DUPLICATE) ? duplicate([]) : DATABASE_ERROR;
}
