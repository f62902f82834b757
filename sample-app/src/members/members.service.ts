import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { PasswordHasher } from '../auth/password-hasher.js';
import type { Page } from '../database/page.interface.js';
import type { PageQuery } from '../database/page-query.dto.js';
import { Organization } from '../organizations/organization.entity.js';
import { assertRoomForMember } from '../organizations/tier-limits.js';
import type { AddMemberDto } from './dto/add-member.dto.js';
import { Member } from './member.entity.js';

@Injectable()
export class MembersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: PasswordHasher,
    private readonly audit: AuditService,
  ) {}

  async findPage({ organizationId }: AuthenticatedUser, query: PageQuery): Promise<Page<Member>> {
    const [items, total] = await this.dataSource.manager.findAndCount(Member, {
      where: { organizationId },
      order: { email: 'ASC' },
      ...query.window,
    });
    return { items, total };
  }

  find({ organizationId }: AuthenticatedUser, id: string): Promise<Member> {
    return this.dataSource.manager.findOneByOrFail(Member, { id, organizationId });
  }

  async add(
    { id: actorId, organizationId }: AuthenticatedUser,
    { password, ...profile }: AddMemberDto,
  ): Promise<Member> {
    const passwordHash = await this.passwords.hash(password);

    return this.dataSource.transaction(async (manager) => {
      const { tier } = await manager.findOneOrFail(Organization, {
        where: { id: organizationId },
        lock: { mode: 'pessimistic_write' },
      });
      assertRoomForMember(tier, await manager.countBy(Member, { organizationId }));
      const member = manager.create(Member, { ...profile, organizationId, passwordHash });
      await manager.save(member);
      await this.audit.record({
        organizationId,
        actorId,
        action: 'member.added',
        detail: member.email,
      });
      return member;
    });
  }
}
