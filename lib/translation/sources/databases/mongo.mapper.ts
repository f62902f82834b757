import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { descendsFrom } from '../../class-chain.js';
import { constraintNames, DATABASE_ERROR, duplicate, NOT_FOUND } from './database-mapping.js';

const DUPLICATE_KEYS = new Set<unknown>([11_000, 11_001]);

/** mongodb, whose names are literals, its BSON, and Mongoose. */
export function mapMongoError(error: UnknownObject): SourceMapping | undefined {
  const { name } = error;
  if (typeof name === 'string' && name.startsWith('Mongo')) {
    return DUPLICATE_KEYS.has(error.code) ? duplicate(namesOf(error)) : DATABASE_ERROR;
  }
  if (
    'numAffected' in error &&
    Object.hasOwn(error, 'numAffected') &&
    Object.hasOwn(error, 'filter')
  )
    return NOT_FOUND;
  return error.bsonError === true || descendsFrom(error, 'MongooseError')
    ? DATABASE_ERROR
    : undefined;
}

/** `E11000 duplicate key error collection: app.users index: email_1 dup key: { email: "…" }`; a bulk write has no `keyPattern`. */
function namesOf({ message, keyPattern }: UnknownObject): string[] {
  const text = String(message);
  const namespace = between(text, ' collection: ', ' index: ');
  const index = between(text, ' index: ', ' dup key: ');
  return constraintNames({
    index,
    table: namespace.slice(namespace.indexOf('.') + 1),
    columns: isObject(keyPattern) ? Object.keys(keyPattern) : fieldsByConvention(index),
  });
}

/** MongoDB calls the index of `{ author: 1, slug: -1 }` `author_1_slug_-1`. */
function fieldsByConvention(index: string): string[] {
  return index.split(/_-?1(?:_|$)/).slice(0, -1);
}

function between(text: string, before: string, after: string): string {
  const start = text.indexOf(before) + before.length;
  const end = text.indexOf(after, start);
  return start < before.length || end < 0 ? '' : text.slice(start, end);
}
