import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { isOAuthAnswer, OAUTH_ERROR } from './oauth-mapping.js';

/**
 * A provider's answer, wherever an SDK keeps it: as fields of its error (openid-client 5, auth0), with the code as
 * `code` (arctic) or `oauth2Code` (@badgateway/oauth2-client), or in the response of an HTTP client (gaxios below
 * google-auth-library, axios).
 */
export function mapOAuthAnswer(error: UnknownObject): SourceMapping | undefined {
  return isOwnAnswer(error) || isCode(error) || isAnsweredRequest(error) ? OAUTH_ERROR : undefined;
}

function isOwnAnswer(error: UnknownObject): boolean {
  return typeof error.error === 'string' && isOAuthAnswer(error) && Object.hasOwn(error, 'error');
}

function isCode(error: UnknownObject): boolean {
  if (typeof error.oauth2Code === 'string') return true;
  // arctic leaves them null.
  if (error.description === undefined || typeof error.code !== 'string') return false;
  return Object.hasOwn(error, 'uri') && Object.hasOwn(error, 'state');
}

function isAnsweredRequest({ response }: UnknownObject): boolean {
  return isObject(response) && isOAuthAnswer(response.data);
}
