import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { OAUTH_ERROR } from './oauth-mapping.js';

const NO_ANSWER = new Set<unknown>([
  'The content-type is not JSON compatible',
  'Client request timeout',
]);

/**
 * simple-oauth2 lets the errors of its HTTP client through, @hapi/wreck, which outside of hapi nothing else uses.
 * A Boom that the application throws has no response of another server.
 */
export function mapSimpleOAuthError(error: UnknownObject): SourceMapping | undefined {
  if (error.isBoom !== true) return undefined;
  const isAnswered = isObject(error.data) && isObject(error.data.res);
  return isAnswered || NO_ANSWER.has(error.message) ? OAUTH_ERROR : undefined;
}
