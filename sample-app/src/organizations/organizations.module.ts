import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { OrganizationAccessService } from './organization-access.service.js';
import { Organization } from './organization.entity.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsResolver } from './organizations.resolver.js';
import { OrganizationsService } from './organizations.service.js';
import { OwnOrganizationController } from './own-organization.controller.js';
import { SignUpService } from './sign-up.service.js';

@Module({
  imports: [AuditModule, AuthModule, TypeOrmModule.forFeature([Organization])],
  controllers: [OrganizationsController, OwnOrganizationController],
  providers: [
    OrganizationsService,
    OrganizationsResolver,
    SignUpService,
    OrganizationAccessService,
  ],
  exports: [OrganizationAccessService],
})
export class OrganizationsModule {}
