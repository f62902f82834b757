import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

/** formidable, whose errors have a status under a name of their own and a number for a code. */
export function mapFormidableError(error: UnknownObject): SourceMapping | undefined {
  const { httpCode } = error;
  if (typeof httpCode !== 'number' || typeof error.code !== 'number') return undefined;
  return refusal(httpCode);
}
