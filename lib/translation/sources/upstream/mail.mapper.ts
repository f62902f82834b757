import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { UPSTREAM_DOWN } from './upstream-mapping.js';

/** nodemailer: the SMTP command that failed, such as CONN, AUTH or DATA, beside a code of its own or of the network. */
export function mapMailError({ command, code }: UnknownObject): SourceMapping | undefined {
  return typeof command === 'string' && /^[A-Z ]+$/.test(command) && /^E[A-Z]+$/.test(String(code))
    ? UPSTREAM_DOWN
    : undefined;
}
