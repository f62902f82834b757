import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR, duplicate } from './database-mapping.js';

const ALREADY_EXISTS = 6;
const EXISTS = 'Document already exists: ';
/** How the texts of Firestore name a document or an index; other services of Google name other things. */
const RESOURCE = /\bprojects\/[^/\s]+\/databases\/[^/\s]+\/(?:documents|collectionGroups)\//;
/** What google-gax says when it has tried for long enough, of a server that is not there as well. */
const GIVEN_UP = 'Total timeout of API google.firestore.';
/** The texts are read from their beginning, which has the name. */
const MOST = 300;

/** Firestore throws the plain statuses of gRPC. Only their text tells whose they are. */
export function mapFirestoreError(error: UnknownObject): SourceMapping | undefined {
  const { code, details, message, metadata } = error;
  if (typeof code !== 'number' || typeof message !== 'string') return undefined;
  if (message.startsWith(GIVEN_UP) && descendsFrom(error, 'GoogleError')) return DATABASE_ERROR;
  if (typeof details !== 'string' || !isObject(metadata)) return undefined;
  if (!RESOURCE.test(details.slice(0, MOST))) return undefined;
  return code === ALREADY_EXISTS && details.startsWith(EXISTS) ? duplicate([]) : DATABASE_ERROR;
}
