import { Module } from '@nestjs/common';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BillingModule } from './billing/billing.module.js';
import { AppConfigModule } from './config/app-config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DeviceModule } from './device/device.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { GraphQLApiModule } from './graphql/graphql-api.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { MembersModule } from './members/members.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OAuthModule } from './oauth/oauth.module.js';
import { OrganizationAccessService } from './organizations/organization-access.service.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { featuresByTier } from './organizations/tiers.js';
import { ServicesModule } from './services/services.module.js';
import { ShutdownDeadline } from './shutdown-deadline.js';
import { ThrottlingModule } from './throttling/throttling.module.js';
import { UsageModule } from './usage/usage.module.js';

@Module({
  imports: [
    AppConfigModule,
    // First of those with guards, because guards run in this order: guessing tokens is limited too.
    ThrottlingModule,
    DatabaseModule,
    AuthOsErrorsModule.forRootAsync({
      imports: [OrganizationsModule],
      inject: [OrganizationAccessService],
      useFactory: (organizations: OrganizationAccessService) => ({
        resolveOrganization: (context) => organizations.resolve(context),
        tiers: featuresByTier(),
        duplicateMessages: {
          uq_organizations_slug: 'Another organization has this slug.',
          uq_services_organization_name: 'Your organization has a service of this name.',
        },
      }),
    }),
    AuthModule,
    AuditModule,
    OrganizationsModule,
    MembersModule,
    ServicesModule,
    InvitationsModule,
    DeviceModule,
    BillingModule,
    OAuthModule,
    ExportsModule,
    NotificationsModule,
    UsageModule,
    GraphQLApiModule,
  ],
  providers: [ShutdownDeadline],
})
export class AppModule {}
