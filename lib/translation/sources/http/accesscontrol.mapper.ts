import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

/** accesscontrol asked about a role that it was told nothing of. Its other errors are mistakes in the grants. */
export function mapAccessControlRefusal(error: UnknownObject): SourceMapping | undefined {
  if (error.name !== 'AccessControlError' || !descendsFrom(error, 'AccessControlError')) {
    return undefined;
  }
  // Version 2 has no codes.
  const { code = 'ROLE_NOT_FOUND', message } = error;
  const isUnknownRole = typeof message === 'string' && message.startsWith('Role not found');
  return isUnknownRole && code === 'ROLE_NOT_FOUND' ? refusal(403) : undefined;
}
