import { isThrown, type SourceMapping, type Thrown } from '../source-mapper.js';

const EXPIRED: SourceMapping = Object.freeze({ code: 'TOKEN_EXPIRED' });
const INVALID: SourceMapping = Object.freeze({ code: 'JWT_ERROR' });
const UNAUTHORIZED: SourceMapping = Object.freeze({ code: 'UNAUTHORIZED' });
const SERVER_FAULT: SourceMapping = Object.freeze({ code: 'INTERNAL_SERVER_ERROR' });

const JOSE = /^ERR_(?:JWT|JWS|JWE|JWK|JWKS|JOSE)_/;
// The key server is down, or the application called the library wrongly.
const SERVER_FAULTS = new Set([
  'ERR_JWKS_TIMEOUT',
  'ERR_JOSE_GENERIC',
  'FAST_JWT_KEY_FETCHING_ERROR',
  'FAST_JWT_INVALID_OPTION',
]);
// jsonwebtoken throws the class of a bad token for the application's own mistakes, too.
const JSONWEBTOKEN_SERVER_FAULT =
  /^(?:secret or public key must be provided|error in secret or public key callback)/;

/** jsonwebtoken, jose, fast-jwt and express-jwt. */
export function mapTokenError(error: Thrown): SourceMapping | undefined {
  const { code, name } = error;
  if (typeof code === 'string') {
    if (code === 'ERR_JWT_EXPIRED' || code === 'FAST_JWT_EXPIRED') return EXPIRED;
    if (SERVER_FAULTS.has(code)) return SERVER_FAULT;
    if (JOSE.test(code) || code.startsWith('FAST_JWT_')) return INVALID;
  }
  switch (name) {
    case 'TokenExpiredError':
      return error.expiredAt instanceof Date ? EXPIRED : undefined;
    case 'NotBeforeError':
      return error.date instanceof Date ? INVALID : undefined;
    case 'JsonWebTokenError':
      return JSONWEBTOKEN_SERVER_FAULT.test(String(error.message)) ? SERVER_FAULT : INVALID;
    case 'UnauthorizedError':
      return mapExpressJwt(error);
    default:
      return undefined;
  }
}

function mapExpressJwt(error: Thrown): SourceMapping | undefined {
  if (error.status !== 401 || !isThrown(error.inner)) return undefined;
  if (error.code !== 'invalid_token') return UNAUTHORIZED;
  return mapTokenError(error.inner) ?? INVALID;
}
