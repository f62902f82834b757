import { createHash, randomBytes } from 'node:crypto';

export function createInvitationToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The database knows the hash alone: whoever reads it cannot accept an invitation. */
export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
