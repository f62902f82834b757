import type { SourceMapper } from '../../source-mapper.js';
import { withFields } from '../with-fields.js';
import { mapArcticError } from './arctic.mapper.js';
import { mapAuth0Error } from './auth0.mapper.js';
import { mapMsalError } from './msal.mapper.js';
import { mapOAuth4WebApiError } from './oauth4webapi.mapper.js';
import { mapOAuthAnswer } from './oauth-answer.mapper.js';
import { mapOpenIdClient5Error } from './openid-client-5.mapper.js';
import { mapPassportOAuthError } from './passport-oauth2.mapper.js';
import { mapSimpleOAuthError } from './simple-oauth2.mapper.js';

/** OAuth and OpenID clients. */
export const OAUTH_SOURCES: readonly SourceMapper[] = [
  withFields(
    mapOAuthAnswer,
    mapOAuth4WebApiError,
    mapOpenIdClient5Error,
    mapPassportOAuthError,
    mapSimpleOAuthError,
    mapMsalError,
    mapArcticError,
    mapAuth0Error,
  ),
];
