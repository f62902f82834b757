import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import type { Page } from '../database/page.interface.js';
import type { PageQuery } from '../database/page-query.dto.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Service } from '../generated/prisma/client.js';
import { lockOrganization } from '../organizations/lock-organization.js';
import { assertRoomForService } from '../organizations/tier-limits.js';
import type { RegisterServiceDto } from './dto/register-service.dto.js';
import { Registrations } from './registrations.js';

@Injectable()
export class ServicesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly registrations: Registrations,
  ) {}

  async findPage({ organizationId }: AuthenticatedUser, query: PageQuery): Promise<Page<Service>> {
    const where = { organizationId };
    const [items, total] = await this.prisma.$transaction([
      this.prisma.service.findMany({ where, orderBy: { name: 'asc' }, ...query.window }),
      this.prisma.service.count({ where }),
    ]);
    return { items, total };
  }

  find({ organizationId }: AuthenticatedUser, id: string): Promise<Service> {
    return this.prisma.service.findUniqueOrThrow({ where: { id, organizationId } });
  }

  async register(
    { organizationId }: AuthenticatedUser,
    { name, redirectUris }: RegisterServiceDto,
  ): Promise<Service> {
    const service = await this.prisma.$transaction(async (transaction) => {
      const { tier } = await lockOrganization(transaction, organizationId);
      assertRoomForService(tier, await transaction.service.count({ where: { organizationId } }));
      return transaction.service.create({ data: { organizationId, name, redirectUris } });
    });
    await this.registrations.tell(service);
    return service;
  }

  async remove({ organizationId }: AuthenticatedUser, id: string): Promise<void> {
    await this.prisma.service.delete({ where: { id, organizationId } });
  }
}
