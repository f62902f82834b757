import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from './io-mapping.js';
import { mapTimeout } from './timeout.mapper.js';

/** Why node-fetch gave up, where Node has no code for it. */
const FETCH_FAULTS = new Set<unknown>([
  'request-timeout',
  'body-timeout',
  'max-size',
  'max-redirect',
]);

/** A call that got no answer, or none that the client would take. */
export function mapUnansweredCall(error: UnknownObject): SourceMapping | undefined {
  return isUnansweredByAxios(error) ||
    isGivenUpByNodeFetch(error) ||
    isGivenUpByGaxios(error) ||
    isCalledOffByGot(error) ||
    isUnansweredApi(error)
    ? IO_ERROR
    : undefined;
}

/** An answer of the other side is no failure of the connection, whatever its code. */
function isUnansweredByAxios(error: UnknownObject): boolean {
  return error.isAxiosError === true && error.response === undefined && isObject(error.config);
}

function isGivenUpByNodeFetch({ type, name }: UnknownObject): boolean {
  return type !== undefined && name === 'FetchError' && FETCH_FAULTS.has(type);
}

/** gaxios 6 keeps what node-fetch threw in `error`. */
function isGivenUpByGaxios({ config, error }: UnknownObject): boolean {
  if (config === undefined || !isObject(error)) return false;
  return isGivenUpByNodeFetch(error) || mapTimeout(error) !== undefined;
}

function isCalledOffByGot({ code, isCanceled }: UnknownObject): boolean {
  return code === 'ERR_CANCELED' && isCanceled === true;
}

/** The SDKs that Stainless generates, such as openai and @anthropic-ai/sdk: what an answer would have filled is there, and empty. */
function isUnansweredApi(error: UnknownObject): boolean {
  return (
    Object.hasOwn(error, 'headers') &&
    error.headers === undefined &&
    error.status === undefined &&
    Object.hasOwn(error, 'status') &&
    Object.hasOwn(error, 'error')
  );
}
