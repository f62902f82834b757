import type { SourceMapper } from '../../source-mapper.js';
import { mapHttpError } from './http-error.mapper.js';

/** Refusals that middleware and the platform wrote for this request. */
export const HTTP_SOURCES: readonly SourceMapper[] = [mapHttpError];
