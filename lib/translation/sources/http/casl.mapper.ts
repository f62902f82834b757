import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

/** The ForbiddenError of CASL, which is minified: by what it was asked, and whom. */
export function mapCaslRefusal(error: UnknownObject): SourceMapping | undefined {
  if (!isObject(error.ability)) return undefined;
  return 'subjectType' in error && typeof error.action === 'string' ? refusal(403) : undefined;
}
