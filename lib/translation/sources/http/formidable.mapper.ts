import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

/** formidable, whose errors have a status under a name of their own and a number for a code. */
export function mapFormidableError({ httpCode, code }: UnknownObject): SourceMapping | undefined {
  return typeof httpCode === 'number' && typeof code === 'number' ? refusal(httpCode) : undefined;
}
