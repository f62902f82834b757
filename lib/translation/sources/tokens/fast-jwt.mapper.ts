import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { JWT_ERROR, SERVER_FAULT, TOKEN_EXPIRED } from './token-mapping.js';

const SERVER_FAULTS = new Set([
  'FAST_JWT_KEY_FETCHING_ERROR',
  'FAST_JWT_MISSING_KEY',
  'FAST_JWT_INVALID_KEY',
  'FAST_JWT_INVALID_OPTION',
  'FAST_JWT_SIGN_ERROR',
]);

/** What its signer says of the claims that it was given. The verifier has other words for the same codes. */
const SIGNING =
  /^The (?:payload must be an object|(?:exp|nbf) claim must be a positive integer)\.$/;

/** fast-jwt. Its `name` is "Error"; its class lists the codes. */
export function mapFastJwtError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string' || !code.startsWith('FAST_JWT_')) return undefined;
  if (!isObject(error.constructor) || !isObject(error.constructor.codes)) return undefined;
  if (code === 'FAST_JWT_EXPIRED') return TOKEN_EXPIRED;
  const isOurs = SERVER_FAULTS.has(code) || SIGNING.test(String(error.message));
  return isOurs ? SERVER_FAULT : JWT_ERROR;
}
