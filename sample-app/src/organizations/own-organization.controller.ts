import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Patch, Put } from '@nestjs/common';
import { RequireActiveOrganization, RequireFeature } from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ConfigureSsoDto } from './dto/configure-sso.dto.js';
import { RenameOrganizationDto } from './dto/rename-organization.dto.js';
import type { Organization } from './organization.entity.js';
import { OrganizationsService } from './organizations.service.js';

/** The organization of the caller. */
@Controller('organization')
@ApiAuthOsErrors('DATABASE_ERROR')
export class OwnOrganizationController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @ApiAuthOsErrors('NOT_FOUND')
  find(@CurrentUser() user: AuthenticatedUser): Promise<Organization> {
    return this.organizations.findOwn(user);
  }

  @Patch()
  @Roles('owner')
  @RequireActiveOrganization()
  @ApiAuthOsErrors('AUDIT_ERROR')
  rename(
    @CurrentUser() user: AuthenticatedUser,
    @Body() change: RenameOrganizationDto,
  ): Promise<Organization> {
    return this.organizations.rename(user, change);
  }

  @Put('sso')
  @Roles('owner', 'admin')
  @RequireFeature('sso')
  @ApiAuthOsErrors('AUDIT_ERROR')
  configureSso(
    @CurrentUser() user: AuthenticatedUser,
    @Body() settings: ConfigureSsoDto,
  ): Promise<Organization> {
    return this.organizations.configureSso(user, settings);
  }

  @Delete()
  @Roles('owner')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiAuthOsErrors('NOT_FOUND', 'AUDIT_ERROR')
  remove(@CurrentUser() user: AuthenticatedUser): Promise<void> {
    return this.organizations.remove(user);
  }
}
