import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { Organization } from '../organizations/organization.entity.js';
import { BillingController } from './billing.controller.js';
import { BillingService } from './billing.service.js';
import { Plan } from './plan.entity.js';
import { StripeWebhookService } from './stripe-webhook.service.js';
import { stripeProvider } from './stripe.provider.js';
import { Subscription } from './subscription.entity.js';
import { SubscriptionsService } from './subscriptions.service.js';

@Module({
  imports: [AuditModule, TypeOrmModule.forFeature([Organization, Plan, Subscription])],
  controllers: [BillingController],
  providers: [BillingService, StripeWebhookService, SubscriptionsService, stripeProvider],
})
export class BillingModule {}
