import { types } from 'node:util';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { OAUTH_ERROR } from './oauth-mapping.js';

/** Of the strategies: `FacebookTokenError`, `GooglePlusAPIError`, `UserInfoError`. */
const OF_STRATEGY = /^(?:[A-Z]\w+(?:Token|Authorization|API)Error|UserInfoError)$/;

/** passport-oauth2, and the strategies on it with their own errors about a code or a profile. */
export function mapPassportOAuthError(error: UnknownObject): SourceMapping | undefined {
  if (error.oauthError !== undefined) return OAUTH_ERROR;
  const { name } = error;
  if (name === 'Error') return undefined;
  if (name === 'TokenError' || name === 'AuthorizationError') {
    return Object.hasOwn(error, 'uri') && Object.hasOwn(error, 'status') ? OAUTH_ERROR : undefined;
  }
  if (typeof name !== 'string' || !OF_STRATEGY.test(name)) return undefined;
  // The whole family makes its errors by a function with the prototype of Error, which no class does.
  return !types.isNativeError(error) && Object.hasOwn(error, 'code') ? OAUTH_ERROR : undefined;
}
