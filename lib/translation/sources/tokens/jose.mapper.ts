import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { JWT_ERROR, SERVER_FAULT, TOKEN_EXPIRED } from './token-mapping.js';

/** The key server did not answer, not with 200, or not with a set of keys. */
const KEY_SERVER_FAULTS = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID']);

/** What is said only to whoever makes a token. */
const MAKING = /must be called before #(?:sign|encrypt)\(\)$|^JWE "(?:alg|enc)" \(/;

/** What is said only of a token that came in. */
const READING = /^Extension Header Parameter |^Unsupported "alg" value for a JSON Web Key Set$/;
const READING_FRAME = /\bat (?:async )?(?:jwt|compact|flattened|general)(?:Verify|Decrypt)\b/;

/** jose. Each of its classes repeats the code of its errors; their `name` does not survive a minifier. */
export function mapJoseError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string' || !code.startsWith('ERR_J')) return undefined;
  if (!isObject(error.constructor) || error.constructor.code !== code) return undefined;
  if (code === 'ERR_JWT_EXPIRED') return TOKEN_EXPIRED;
  if (KEY_SERVER_FAULTS.has(code) || MAKING.test(String(error.message))) return SERVER_FAULT;
  return code === 'ERR_JOSE_NOT_SUPPORTED' && !isReading(error) ? SERVER_FAULT : JWT_ERROR;
}

/**
 * An algorithm that jose does not know is the server's mistake when it signs or imports a key, and anybody's in a
 * token that comes in. The words are the same, so only the stack tells: nobody may cause a 500 with a token.
 */
function isReading({ message, stack }: UnknownObject): boolean {
  return READING.test(String(message)) || READING_FRAME.test(String(stack));
}
