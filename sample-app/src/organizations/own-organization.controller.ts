import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Patch, Put } from '@nestjs/common';
import { RequireActiveOrganization, RequireFeature } from 'nestjs-authos-errors';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ConfigureSsoDto } from './dto/configure-sso.dto.js';
import { RenameOrganizationDto } from './dto/rename-organization.dto.js';
import type { Organization } from './organization.entity.js';
import { OrganizationsService } from './organizations.service.js';

/** The organization of the caller. */
@Controller('organization')
export class OwnOrganizationController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  find(@CurrentUser() user: AuthenticatedUser): Promise<Organization> {
    return this.organizations.findOwn(user);
  }

  @Patch()
  @Roles('owner')
  @RequireActiveOrganization()
  rename(
    @CurrentUser() user: AuthenticatedUser,
    @Body() change: RenameOrganizationDto,
  ): Promise<Organization> {
    return this.organizations.rename(user, change);
  }

  @Put('sso')
  @Roles('owner', 'admin')
  @RequireFeature('sso')
  configureSso(
    @CurrentUser() user: AuthenticatedUser,
    @Body() settings: ConfigureSsoDto,
  ): Promise<Organization> {
    return this.organizations.configureSso(user, settings);
  }

  @Delete()
  @Roles('owner')
  @HttpCode(HttpStatus.NO_CONTENT)
  remove(@CurrentUser() user: AuthenticatedUser): Promise<void> {
    return this.organizations.remove(user);
  }
}
