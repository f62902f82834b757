import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { ASKED_WRONGLY, UPSTREAM_DOWN, upstreamAnswer } from './upstream-mapping.js';

/** node-fetch's types of a failed connection; the others are about an answer that could not be used. */
const FETCH_TYPES = new Set(['system', 'request-timeout', 'body-timeout', 'aborted']);

/** A request that got no answer, or none that could be used, and whose error quotes its URL. */
export function mapUnansweredRequest(error: UnknownObject): SourceMapping | undefined {
  return mapNodeFetch(error) ?? mapRequest(error) ?? mapUndiciAnswer(error);
}

/** node-fetch 2 and 3: FetchError and AbortError with a `type`. */
function mapNodeFetch(error: UnknownObject): SourceMapping | undefined {
  const { type } = error;
  if (typeof type !== 'string') return undefined;
  const { name } = error;
  if (name !== 'FetchError' && name !== 'AbortError') return undefined;
  return FETCH_TYPES.has(type) ? UPSTREAM_DOWN : ASKED_WRONGLY;
}

/** got and ky keep the request, gaxios its configuration. A timeout of got and ky says so by its name. */
function mapRequest(error: UnknownObject): SourceMapping | undefined {
  const isRequest =
    isObject(error.request) || (isObject(error.config) && Object.hasOwn(error, 'response'));
  if (!isRequest) return undefined;
  const isDown = error.name === 'TimeoutError' || typeof error.code === 'string';
  return isDown && error.response === undefined ? UPSTREAM_DOWN : undefined;
}

/** undici's interceptor `responseError` keeps the status of the answer. */
function mapUndiciAnswer({ code, statusCode }: UnknownObject): SourceMapping | undefined {
  return code === 'UND_ERR_RESPONSE' || code === 'UND_ERR_RESPONSE_STATUS_CODE'
    ? upstreamAnswer(Number(statusCode))
    : undefined;
}
