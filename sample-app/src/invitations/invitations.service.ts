import { Injectable } from '@nestjs/common';
import { AuthOsException } from 'nestjs-authos-errors';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { PasswordHasher } from '../auth/password-hasher.js';
import type { Page } from '../database/page.interface.js';
import type { PageQuery } from '../database/page-query.dto.js';
import { PrismaService } from '../database/prisma.service.js';
import { lockOrganization } from '../organizations/lock-organization.js';
import { assertRoomForMember } from '../organizations/tier-limits.js';
import type { AcceptInvitationDto } from './dto/accept-invitation.dto.js';
import type { InviteDto } from './dto/invite.dto.js';
import type { AcceptedInvitation, Invitation, NewInvitation } from './invitation.interface.js';
import { createInvitationToken, hashInvitationToken } from './invitation-token.js';

const DAY = 24 * 60 * 60 * 1000;

@Injectable()
export class InvitationsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly passwords: PasswordHasher,
  ) {}

  async findPage(
    { organizationId }: AuthenticatedUser,
    query: PageQuery,
  ): Promise<Page<Invitation>> {
    const where = { organizationId };
    const [items, total] = await this.prisma.$transaction([
      this.prisma.invitation.findMany({
        where,
        omit: { tokenHash: true },
        orderBy: { email: 'asc' },
        ...query.window,
      }),
      this.prisma.invitation.count({ where }),
    ]);
    return { items, total };
  }

  async invite(
    { organizationId }: AuthenticatedUser,
    { email, role, expiresInDays }: InviteDto,
  ): Promise<NewInvitation> {
    const token = createInvitationToken();
    const invitation = await this.prisma.invitation.create({
      data: {
        organizationId,
        email,
        role,
        tokenHash: hashInvitationToken(token),
        expiresAt: new Date(Date.now() + expiresInDays * DAY),
      },
      omit: { tokenHash: true },
    });
    return { ...invitation, token };
  }

  async accept({ token, name, password }: AcceptInvitationDto): Promise<AcceptedInvitation> {
    const passwordHash = await this.passwords.hash(password);

    return this.prisma.$transaction(async (transaction) => {
      const { id, organizationId, email, role } = await transaction.invitation.findUniqueOrThrow({
        where: { tokenHash: hashInvitationToken(token) },
      });
      const { tier } = await lockOrganization(transaction, organizationId);

      const now = new Date();
      const accepted = await transaction.invitation.updateMany({
        where: { id, acceptedAt: null, expiresAt: { gt: now } },
        data: { acceptedAt: now },
      });
      if (accepted.count === 0) throw new AuthOsException('INVITATION_EXPIRED');

      assertRoomForMember(tier, await transaction.member.count({ where: { organizationId } }));
      return transaction.member.create({
        data: { organizationId, email, role, name, passwordHash },
        select: { id: true, organizationId: true, email: true, role: true },
      });
    });
  }

  async revoke({ organizationId }: AuthenticatedUser, id: string): Promise<void> {
    await this.prisma.invitation.delete({ where: { id, organizationId } });
  }
}
