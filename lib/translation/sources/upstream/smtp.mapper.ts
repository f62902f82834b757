import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from '../io/io-mapping.js';
import { SERVER_FAULT } from './answer.js';

/** nodemailer's codes of what a mail server did. They are no errnos, and say nothing without the `command`. */
const SMTP_CODES = new Set([
  'EAUTH',
  'ECONNECTION',
  'EDNS',
  'EENVELOPE',
  'EMESSAGE',
  'EPROTOCOL',
  'ESOCKET',
  'ETLS',
]);

/** nodemailer. A mail without a recipient never left: it is refused by the `API` itself. */
export function mapSmtpError({ command, code }: UnknownObject): SourceMapping | undefined {
  if (typeof command !== 'string' || typeof code !== 'string' || !SMTP_CODES.has(code))
    return undefined;
  return command === 'API' ? SERVER_FAULT : IO_ERROR;
}
