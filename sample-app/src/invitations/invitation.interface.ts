import type { Invitation as InvitationRow, Member } from '../generated/prisma/client.js';

export type Invitation = Omit<InvitationRow, 'tokenHash'>;

/** The token is shown this once, for the link that goes to the invited person. */
export type NewInvitation = Invitation & { token: string };

export type AcceptedInvitation = Pick<Member, 'id' | 'organizationId' | 'email' | 'role'>;
