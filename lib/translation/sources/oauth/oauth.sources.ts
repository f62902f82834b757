import type { SourceMapper } from '../../source-mapper.js';
import { mapOAuthError } from './oauth.mapper.js';

/** OAuth and OpenID clients. */
export const OAUTH_SOURCES: readonly SourceMapper[] = [mapOAuthError];
