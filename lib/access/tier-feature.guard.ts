import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthOsException } from '../contract/authos.exception.js';
import { ORGANIZATION_ACCESS, type OrganizationAccess } from './organization-access.js';
import { REQUIRED_FEATURES } from './required-features.js';

/**
 * Lets a request pass only when its organization is active and has every feature that
 * {@link RequireFeature} lists on the class and on the method.
 *
 * @throws AuthOsException FORBIDDEN when the request has no organization, ORGANIZATION_NOT_ACTIVE when its
 * status is not `'active'`, FEATURE_NOT_AVAILABLE_IN_TIER when a feature is missing; and whatever
 * `resolveOrganization` throws.
 *
 * @example
 * @UseGuards(TierFeatureGuard)
 *
 * @publicApi
 */
@Injectable()
export class TierFeatureGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ORGANIZATION_ACCESS) private readonly access: OrganizationAccess,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const organization = await this.access.activeOrganization(context);
    const required = this.reflector.getAllAndMerge<string[]>(REQUIRED_FEATURES, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!required.every((feature) => this.access.grants(organization, feature))) {
      throw new AuthOsException('FEATURE_NOT_AVAILABLE_IN_TIER');
    }
    return true;
  }
}
