import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { OAUTH_ERROR } from './oauth-mapping.js';

const UNEXPECTED = new Set<unknown>([
  'Unexpected error response',
  'Unexpected error response body',
]);

/** arctic, where the answer is none of OAuth. All that it keeps is the status. */
export function mapArcticError(error: UnknownObject): SourceMapping | undefined {
  return typeof error.status === 'number' && UNEXPECTED.has(error.message)
    ? OAUTH_ERROR
    : undefined;
}
