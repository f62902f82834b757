import type { SourceMapper } from '../../source-mapper.js';
import { mapSsoApiError } from './sso-api-error.mapper.js';

/** AuthOS itself, as its SDK reports its answers. */
export const AUTHOS_SOURCES: readonly SourceMapper[] = [mapSsoApiError];
