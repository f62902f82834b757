import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { JWT_ERROR, SERVER_FAULT, TOKEN_EXPIRED } from './token-mapping.js';

/** The key server did not answer, not with 200, or not with a set of keys. */
const KEY_SERVER_FAULTS = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID']);

/** jose. Each of its classes repeats the code of its errors; their `name` does not survive a minifier. */
export function mapJoseError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string' || !code.startsWith('ERR_J')) return undefined;
  if (!isObject(error.constructor) || error.constructor.code !== code) return undefined;
  if (code === 'ERR_JWT_EXPIRED') return TOKEN_EXPIRED;
  return KEY_SERVER_FAULTS.has(code) ? SERVER_FAULT : JWT_ERROR;
}
