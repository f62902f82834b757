import { errorWith, SECRET } from '../secret.js';

/** openid-client 5 names its classes by who is to blame. */
class OPError extends Error {
  override readonly name = 'OPError';
}

/** What OAuth and OpenID clients throw. */
export const OAUTH_FAULTS = {
  'oauth4webapi-refused': () =>
    errorWith({
      name: 'ResponseBodyError',
      code: 'OAUTH_RESPONSE_BODY_ERROR',
      cause: { error_description: SECRET },
      error: 'invalid_grant',
      error_description: SECRET,
      status: 400,
    }),
  'openid-client-refused': () =>
    Object.assign(new OPError(SECRET), { error: 'server_error', error_description: SECRET }),
  'passport-oauth2-failed': () =>
    errorWith({ name: 'InternalOAuthError', oauthError: { statusCode: 502, data: SECRET } }),
  'simple-oauth2-refused': () =>
    errorWith({
      isBoom: true,
      output: { statusCode: 401, headers: {} },
      data: { isResponseError: true, res: {}, payload: SECRET },
    }),
  'msal-refused': () =>
    errorWith({ errorCode: 'invalid_client', subError: SECRET, correlationId: SECRET }),
} as const;
