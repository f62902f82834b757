import type { SourceMapping } from '../../source-mapper.js';
import { isClientError } from '../../status-code.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

/** @hapi/wreck, the client, makes a Boom of what an upstream answered; where it says so by a text alone, by this one. */
const NOT_JSON = 'The content-type is not JSON compatible';

/** @hapi/boom, thrown by the application or by a library for this request. */
export function mapBoom(error: UnknownObject): SourceMapping | undefined {
  if (error.isBoom !== true || !isObject(error.output)) return undefined;
  const { output, data } = error;
  if ((isObject(data) && data.isResponseError === true) || error.message === NOT_JSON) {
    return undefined;
  }
  const { statusCode, headers } = output;
  if (typeof statusCode !== 'number' || !isClientError(statusCode)) return undefined;
  // `boomify` makes one of any error, which leaves no `typeof`.
  const written = Object.hasOwn(error, 'typeof') ? error.message : undefined;
  const challenge = isObject(headers) ? headers['WWW-Authenticate'] : undefined;
  return {
    ...refusal(statusCode, written),
    headers: typeof challenge === 'string' ? { 'WWW-Authenticate': challenge } : undefined,
  };
}
