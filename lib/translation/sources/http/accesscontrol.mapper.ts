import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

/** accesscontrol asked about a role that it was told nothing of. Its other errors are mistakes in the grants. */
export function mapAccessControlRefusal(error: UnknownObject): SourceMapping | undefined {
  if (error.name !== 'AccessControlError' || !descendsFrom(error, 'AccessControlError')) {
    return undefined;
  }
  const { code, message } = error;
  // Version 2 has nothing but its text.
  const isUnknownRole =
    code === undefined ? String(message).startsWith('Role not found') : code === 'ROLE_NOT_FOUND';
  return isUnknownRole ? refusal(403) : undefined;
}
