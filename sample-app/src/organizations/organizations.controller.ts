import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import { Public } from '../auth/public.decorator.js';
import { SignUpDto } from './dto/sign-up.dto.js';
import type { Organization } from './organization.entity.js';
import type { OrganizationProfile } from './organization-profile.interface.js';
import { OrganizationsService } from './organizations.service.js';
import { SignUpService } from './sign-up.service.js';

/** What anybody may do: sign up, and look an organization up by its slug. */
@Public()
@Controller('organizations')
@ApiAuthOsErrors('DATABASE_ERROR')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly signUps: SignUpService,
  ) {}

  @Post()
  @ApiAuthOsErrors('DUPLICATE_CONSTRAINT', 'AUDIT_ERROR')
  signUp(@Body() organization: SignUpDto): Promise<Organization> {
    return this.signUps.signUp(organization);
  }

  @Get(':slug')
  @ApiAuthOsErrors('NOT_FOUND')
  findProfile(@Param('slug') slug: string): Promise<OrganizationProfile> {
    return this.organizations.findProfile(slug);
  }
}
