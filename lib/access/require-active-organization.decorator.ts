import { UseGuards } from '@nestjs/common';
import { OrganizationActiveGuard } from './organization-active.guard.js';

/**
 * Requires an active organization for a route, or for every route of a class. Any other status is answered
 * with ORGANIZATION_NOT_ACTIVE, no organization with FORBIDDEN.
 *
 * @example
 * @RequireActiveOrganization()
 * @Controller('services')
 * export class ServicesController {}
 *
 * @publicApi
 */
export function RequireActiveOrganization(): ClassDecorator & MethodDecorator {
  return UseGuards(OrganizationActiveGuard);
}
