import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

/** The texts are all that its errors have, and those of @fastify/busboy. */
const TEXTS: ReadonlySet<unknown> = new Set([
  'Missing Content-Type',
  'Missing Content-Type-header.',
  'Malformed content type',
  'Malformed part header',
  'Malformed urlencoded form',
  'Multipart: Boundary not found',
  'Unexpected end of file',
  'Unexpected end of form',
  'Unexpected end of multipart data',
  'Part terminated early due to unexpected end of multipart data',
]);
const INITIALS = 'MPU';
const UNSUPPORTED = /^Unsupported [cC]ontent[ -][tT]ype[.:]/;

/** A form that busboy cannot read: under multer, or piped into by the application. */
export function mapBusboyError({ message }: UnknownObject): SourceMapping | undefined {
  // Nearly every error is asked this, and to hash its text takes longer than all the other questions.
  if (typeof message !== 'string' || !INITIALS.includes(message.charAt(0))) return undefined;
  if (TEXTS.has(message)) return refusal(400);
  return UNSUPPORTED.test(message) ? refusal(415) : undefined;
}
