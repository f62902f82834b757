import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, duplicate } from './database-mapping.js';

const UNREACHED: SourceMapping = Object.freeze({ code: 'IO_ERROR' });
/** What nano puts before the text of a connection's error, of which it keeps nothing else. */
const NANO_CONNECTION = 'error happened in your connection. Reason: ';
/** The revision that a change is based on: of a deletion or an attachment, and of a document. */
const REVISION_IN_QUERY = /[?&]rev=/;
const REVISION_IN_BODY = /[{,]"_rev":"/;

/** CouchDB as nano reports it, in plain Errors with a scope. */
export function mapCouchDbError(error: UnknownObject): SourceMapping | undefined {
  if (error.scope === 'couch') return mapAnswer(error);
  const { message } = error;
  return typeof message === 'string' && message.startsWith(NANO_CONNECTION) ? UNREACHED : undefined;
}

/** CouchDB has one conflict for a document that exists and for one that was changed meanwhile: the request tells. */
function mapAnswer({ error, request }: UnknownObject): SourceMapping {
  return error === 'conflict' && !isChange(request) ? duplicate([]) : DATABASE_ERROR;
}

function isChange(request: unknown): boolean {
  if (!isObject(request)) return false;
  const { url, body } = request;
  return (
    (typeof url === 'string' && REVISION_IN_QUERY.test(url)) ||
    (typeof body === 'string' && REVISION_IN_BODY.test(body))
  );
}
