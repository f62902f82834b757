import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, duplicate } from './database-mapping.js';

const UNREACHED: SourceMapping = Object.freeze({ code: 'IO_ERROR' });
/** What nano puts before the text of a connection's error, of which it keeps nothing else. */
const NANO_CONNECTION = 'error happened in your connection. Reason: ';

/** CouchDB as nano reports it, in plain Errors with a scope. */
export function mapCouchDbError({
  scope,
  error,
  message,
}: UnknownObject): SourceMapping | undefined {
  if (scope === 'couch') return error === 'conflict' ? duplicate([]) : DATABASE_ERROR;
  return typeof message === 'string' && message.startsWith(NANO_CONNECTION) ? UNREACHED : undefined;
}
