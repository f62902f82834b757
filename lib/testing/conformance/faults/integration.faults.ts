import { errorWith, SECRET } from '../secret.js';

/** jose repeats the code of an error on its class. */
class JwtExpired extends Error {
  static readonly code = 'ERR_JWT_EXPIRED';
  readonly code = JwtExpired.code;
  readonly payload = { sub: SECRET };
}

const systemError = (): Error =>
  errorWith({ errno: -111, code: 'ECONNREFUSED', syscall: 'connect', address: SECRET });

/** What libraries throw that talk to other servers, to the disk, or verify tokens. */
export const INTEGRATION_FAULTS = {
  'jsonwebtoken-expired': () => errorWith({ name: 'TokenExpiredError', expiredAt: new Date() }),
  'jsonwebtoken-malformed': () => errorWith({ name: 'JsonWebTokenError' }),
  'jose-expired': () => new JwtExpired(SECRET),
  'express-jwt': () =>
    errorWith({
      name: 'UnauthorizedError',
      status: 401,
      code: 'invalid_token',
      inner: errorWith({ name: 'JsonWebTokenError' }),
    }),
  'stripe-card-declined': () =>
    errorWith({
      type: 'StripeCardError',
      rawType: 'card_error',
      requestId: SECRET,
      raw: { message: SECRET },
      statusCode: 402,
      headers: { 'stripe-account': SECRET },
    }),
  'oauth4webapi-refused': () =>
    errorWith({ code: 'OAUTH_RESPONSE_BODY_ERROR', error_description: SECRET, status: 400 }),
  'passport-oauth2-failed': () =>
    errorWith({ name: 'InternalOAuthError', oauthError: { statusCode: 502, data: SECRET } }),
  'authos-sdk-timeout': () =>
    errorWith({ name: 'SsoApiError', errorCode: 'TIMEOUT', statusCode: 504 }),
  'file-not-found': () =>
    errorWith({ errno: -2, code: 'ENOENT', syscall: 'open', path: `/etc/${SECRET}` }),
  'connection-refused': systemError,
  'socket-hang-up': () => errorWith({ code: 'ECONNRESET' }),
  'fetch-failed': () => new TypeError('fetch failed', { cause: systemError() }),
  'axios-without-response': () =>
    errorWith({
      isAxiosError: true,
      code: 'ECONNREFUSED',
      config: { headers: { authorization: `Bearer ${SECRET}` } },
    }),
  'axios-with-response': () =>
    errorWith({
      isAxiosError: true,
      status: 404,
      config: {},
      response: { status: 404, data: SECRET },
    }),
  aborted: () => new DOMException(SECRET, 'AbortError'),
} as const;
