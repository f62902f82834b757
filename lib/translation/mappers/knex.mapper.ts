import type { SourceMapping, Thrown } from '../source-mapper.js';
import { DATABASE_ERROR } from './database-mapping.js';

/** The one error of Knex itself, whose name is a literal. It passes those of the driver on. */
export function mapKnexError(error: Thrown): SourceMapping | undefined {
  return error.name === 'KnexTimeoutError' ? DATABASE_ERROR : undefined;
}
