import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { ORGANIZATION_ACCESS, type OrganizationAccess } from './organization-access.js';

/**
 * Lets a request pass only for an active organization; see {@link RequireActiveOrganization}.
 *
 * @throws AuthOsException FORBIDDEN when the request has no organization, ORGANIZATION_NOT_ACTIVE when
 * its status is not `'active'`; and whatever `resolveOrganization` throws.
 *
 * @example
 * @UseGuards(OrganizationActiveGuard)
 *
 * @publicApi
 */
@Injectable()
export class OrganizationActiveGuard implements CanActivate {
  constructor(@Inject(ORGANIZATION_ACCESS) private readonly access: OrganizationAccess) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    await this.access.activeOrganization(context);
    return true;
  }
}
