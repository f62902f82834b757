import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR } from './database-mapping.js';

/** The one error of Knex itself, whose name is a literal. It passes those of the driver on. */
export function mapKnexError(error: UnknownObject): SourceMapping | undefined {
  return error.name === 'KnexTimeoutError' ? DATABASE_ERROR : undefined;
}
