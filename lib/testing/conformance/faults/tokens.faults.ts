import { errorWith, SECRET } from '../secret.js';

/** jose repeats the code of an error on its class. */
class JwtExpired extends Error {
  static readonly code = 'ERR_JWT_EXPIRED';
  readonly code = JwtExpired.code;
  readonly payload = { sub: SECRET };
}

/** fast-jwt lists its codes there. */
class TokenError extends Error {
  static readonly codes = { invalidSignature: 'FAST_JWT_INVALID_SIGNATURE' };
  readonly code = TokenError.codes.invalidSignature;
}

class JwksError extends Error {}

/** What libraries that verify tokens throw. */
export const TOKEN_FAULTS = {
  'jsonwebtoken-expired': () => errorWith({ name: 'TokenExpiredError', expiredAt: new Date() }),
  'jsonwebtoken-malformed': () => errorWith({ name: 'JsonWebTokenError' }),
  'jsonwebtoken-without-key': () =>
    errorWith({ name: 'JsonWebTokenError' }, 'secret or public key must be provided'),
  'jose-expired': () => new JwtExpired(SECRET),
  'fast-jwt-signature': () => new TokenError(SECRET),
  'express-jwt': () =>
    errorWith({
      name: 'UnauthorizedError',
      status: 401,
      code: 'invalid_token',
      inner: errorWith({ name: 'JsonWebTokenError' }),
    }),
  'express-oauth2-jwt-bearer': () =>
    errorWith({
      status: 401,
      statusCode: 401,
      headers: { 'WWW-Authenticate': 'Bearer realm="api", error="invalid_token"' },
    }),
  'firebase-expired': () =>
    errorWith({
      codePrefix: 'auth',
      code: 'auth/id-token-expired',
      errorInfo: { code: 'auth/id-token-expired', message: SECRET },
    }),
  'supabase-session-missing': () =>
    errorWith({ __isAuthError: true, name: 'AuthSessionMissingError', status: 400 }),
  'authos-token': () =>
    errorWith({ name: 'TokenVerificationError', code: 'TOKEN_EXPIRED', header: SECRET }),
  'key-server': () => Object.assign(new JwksError(`500 of ${SECRET}`), { name: 'JwksError' }),
} as const;
