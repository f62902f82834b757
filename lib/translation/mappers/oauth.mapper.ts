import { isThrown, type SourceMapping, type Thrown } from '../source-mapper.js';

const OAUTH_ERROR: SourceMapping = Object.freeze({ code: 'OAUTH_ERROR' });

/** oauth4webapi and openid-client by code, passport-oauth2 and simple-oauth2 by shape. */
export function mapOAuthError(error: Thrown): SourceMapping | undefined {
  if (typeof error.code === 'string' && error.code.startsWith('OAUTH_')) return OAUTH_ERROR;
  return isPassportOAuth(error) || isSimpleOAuth(error) ? OAUTH_ERROR : undefined;
}

function isPassportOAuth(error: Thrown): boolean {
  if ('oauthError' in error) return true;
  const { name } = error;
  return (
    (name === 'TokenError' || name === 'AuthorizationError') &&
    Object.hasOwn(error, 'uri') &&
    Object.hasOwn(error, 'status')
  );
}

/** A Boom error around the answer of the token endpoint. */
function isSimpleOAuth(error: Thrown): boolean {
  return error.isBoom === true && isThrown(error.data) && error.data.isResponseError === true;
}
