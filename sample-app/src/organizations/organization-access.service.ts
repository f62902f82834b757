import { type ExecutionContext, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { OrganizationContext } from 'nestjs-authos-errors';
import type { Repository } from 'typeorm';
import { requestOf } from '../auth/request-of.js';
import { Organization } from './organization.entity.js';

@Injectable()
export class OrganizationAccessService {
  constructor(
    @InjectRepository(Organization) private readonly organizations: Repository<Organization>,
  ) {}

  /** Asked for each request: a suspension holds from the next one on, whatever the token says. */
  async resolve(context: ExecutionContext): Promise<OrganizationContext | null> {
    const { user } = requestOf(context);
    return user
      ? this.organizations.findOne({
          where: { id: user.organizationId },
          select: { id: true, slug: true, status: true, tier: true },
        })
      : null;
  }
}
