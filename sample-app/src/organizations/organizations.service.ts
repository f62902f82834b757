import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import type { ConfigureSsoDto } from './dto/configure-sso.dto.js';
import type { RenameOrganizationDto } from './dto/rename-organization.dto.js';
import { Organization } from './organization.entity.js';
import type { OrganizationProfile } from './organization-profile.interface.js';

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  findProfile(slug: string): Promise<OrganizationProfile> {
    return this.dataSource.manager.findOneOrFail(Organization, {
      where: { slug },
      select: { slug: true, name: true },
    });
  }

  findOwn({ organizationId }: AuthenticatedUser): Promise<Organization> {
    return this.dataSource.manager.findOneByOrFail(Organization, { id: organizationId });
  }

  rename(user: AuthenticatedUser, { name }: RenameOrganizationDto): Promise<Organization> {
    return this.change(user, { name }, 'organization.renamed', name);
  }

  configureSso(user: AuthenticatedUser, { metadataUrl }: ConfigureSsoDto): Promise<Organization> {
    return this.change(user, { ssoMetadataUrl: metadataUrl }, 'sso.configured', metadataUrl);
  }

  remove({ id: actorId, organizationId }: AuthenticatedUser): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const { slug } = await manager.findOneByOrFail(Organization, { id: organizationId });
      await manager.delete(Organization, { id: organizationId });
      await this.audit.record({
        organizationId,
        actorId,
        action: 'organization.removed',
        detail: slug,
      });
    });
  }

  private change(
    { id: actorId, organizationId }: AuthenticatedUser,
    change: Partial<Organization>,
    action: string,
    detail: string,
  ): Promise<Organization> {
    return this.dataSource.transaction(async (manager) => {
      await manager.update(Organization, { id: organizationId }, change);
      const organization = await manager.findOneByOrFail(Organization, { id: organizationId });
      await this.audit.record({ organizationId, actorId, action, detail });
      return organization;
    });
  }
}
