import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { PasswordHasher } from '../auth/password-hasher.js';
import { Member } from '../members/member.entity.js';
import type { SignUpDto } from './dto/sign-up.dto.js';
import { Organization } from './organization.entity.js';

@Injectable()
export class SignUpService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: PasswordHasher,
    private readonly audit: AuditService,
  ) {}

  /** The free tier starts at once; the others wait for approval. */
  async signUp({ owner, ...details }: SignUpDto): Promise<Organization> {
    const { password, ...profile } = owner;
    const passwordHash = await this.passwords.hash(password);

    return this.dataSource.transaction(async (manager) => {
      const organization = manager.create(Organization, {
        ...details,
        status: details.tier === 'free' ? 'active' : 'pending',
      });
      await manager.save(organization);
      const { id: organizationId } = organization;
      const member = manager.create(Member, { ...profile, organizationId, role: 'owner' });
      await manager.save(Object.assign(member, { passwordHash }));
      await this.audit.record({
        organizationId,
        actorId: member.id,
        action: 'organization.signed-up',
        detail: organization.slug,
      });
      return organization;
    });
  }
}
