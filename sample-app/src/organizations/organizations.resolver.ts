import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Public } from '../auth/public.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { Organization } from './organization.entity.js';
import type { OrganizationProfile } from './organization-profile.interface.js';
import { OrganizationProfileModel } from './organization-profile.model.js';
import { OrganizationsService } from './organizations.service.js';
import { RenameOrganizationDto } from './dto/rename-organization.dto.js';

@Resolver(() => Organization)
export class OrganizationsResolver {
  constructor(private readonly organizations: OrganizationsService) {}

  @Query(() => Organization, { description: 'The organization of the caller.' })
  organization(@CurrentUser() user: AuthenticatedUser): Promise<Organization> {
    return this.organizations.findOwn(user);
  }

  @Public()
  @Query(() => OrganizationProfileModel, { description: 'What a sign-in page may show.' })
  organizationProfile(@Args('slug') slug: string): Promise<OrganizationProfile> {
    return this.organizations.findProfile(slug);
  }

  @Mutation(() => Organization)
  @Roles('owner')
  @RequireActiveOrganization()
  renameOrganization(
    @CurrentUser() user: AuthenticatedUser,
    @Args('input') change: RenameOrganizationDto,
  ): Promise<Organization> {
    return this.organizations.rename(user, change);
  }
}
