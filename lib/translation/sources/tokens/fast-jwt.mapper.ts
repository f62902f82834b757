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

/** fast-jwt. Its `name` is "Error"; its class lists the codes. */
export function mapFastJwtError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string' || !code.startsWith('FAST_JWT_')) return undefined;
  if (!isObject(error.constructor) || !isObject(error.constructor.codes)) return undefined;
  if (code === 'FAST_JWT_EXPIRED') return TOKEN_EXPIRED;
  return SERVER_FAULTS.has(code) ? SERVER_FAULT : JWT_ERROR;
}
