import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';

const OAUTH_ERROR: SourceMapping = Object.freeze({ code: 'OAUTH_ERROR' });

/** What a token endpoint may answer. RFC 6749 (4.1.2.1, 5.2), RFC 7009 (2.2.1), RFC 8628 (3.5). */
const OAUTH_ANSWERS = new Set<unknown>([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_token_type',
  'invalid_scope',
  'access_denied',
  'server_error',
  'temporarily_unavailable',
  'authorization_pending',
  'slow_down',
  'expired_token',
]);

/** OAuth clients. What the provider said is attacker-controlled as often as not, so none of it leaves. */
export function mapOAuthError(error: UnknownObject): SourceMapping | undefined {
  return isOAuth4WebApi(error) || isPassportOAuth(error) || isSimpleOAuth(error)
    ? OAUTH_ERROR
    : undefined;
}

/** oauth4webapi, and openid-client, which passes its errors on or wraps them. */
function isOAuth4WebApi(error: UnknownObject): boolean {
  return (
    typeof error.code === 'string' &&
    error.code.startsWith('OAUTH_') &&
    Object.hasOwn(error, 'name') &&
    Object.hasOwn(error, 'cause')
  );
}

function isPassportOAuth(error: UnknownObject): boolean {
  if ('oauthError' in error && Object.hasOwn(error, 'oauthError')) return true;
  const { name } = error;
  return (
    (name === 'TokenError' || name === 'AuthorizationError') &&
    Object.hasOwn(error, 'uri') &&
    Object.hasOwn(error, 'status')
  );
}

/** simple-oauth2 lets the errors of its HTTP client through, so only the provider's answer tells them apart. */
function isSimpleOAuth(error: UnknownObject): boolean {
  if (error.isBoom !== true || !isObject(error.data)) return false;
  const { isResponseError, payload } = error.data;
  return isResponseError === true && isObject(payload) && OAUTH_ANSWERS.has(payload.error);
}
