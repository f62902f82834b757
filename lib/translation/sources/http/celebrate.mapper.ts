import { types } from 'node:util';
import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { validationText } from '../../validation-text.js';
import { refusal } from './refusal.js';

/** celebrate: what Joi found, by the segment of the request. */
export function mapCelebrateError(error: UnknownObject): SourceMapping | undefined {
  if (!isObject(error.details) || !descendsFrom(error, 'CelebrateError')) return undefined;
  return refusal(400, validationText(issuesOf(error.details)));
}

function issuesOf(details: UnknownObject): unknown[] {
  // There are six segments at most: body, cookies, headers, params, query, signedCookies.
  return types.isMap(details)
    ? [...details.values()].flatMap((found) => (isObject(found) ? found.details : []))
    : [];
}
