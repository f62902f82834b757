import { Injectable } from '@nestjs/common';
import { AuthOsException } from 'nestjs-authos-errors';
import type Stripe from 'stripe';
import { DataSource, In } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { Organization } from '../organizations/organization.entity.js';
import type { Tier } from '../organizations/tiers.js';
import { Plan } from './plan.entity.js';
import { Subscription } from './subscription.entity.js';

/** What this application knows of the subscriptions that Stripe bills. */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** Comes before the payment, so that nobody pays twice and every attempt is on record. */
  reserve({ id, organizationId }: AuthenticatedUser, tier: Tier): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await manager.insert(Subscription, { organizationId, tier, status: 'incomplete' });
      await this.audit.record({
        organizationId,
        actorId: id,
        action: 'billing.subscribed',
        detail: tier,
      });
    });
  }

  async release({ organizationId }: AuthenticatedUser): Promise<void> {
    await this.dataSource.manager.delete(Subscription, { organizationId, status: 'incomplete' });
  }

  /** Takes over what Stripe says, however often it says it. */
  async synchronize({ id, items, metadata, status }: Stripe.Subscription): Promise<Subscription> {
    const { organizationId } = metadata;
    const stripePriceId = In(items.data.map(({ price }) => price.id));
    const plan = await this.dataSource.manager.findOneBy(Plan, { stripePriceId });
    if (!plan || !organizationId) {
      throw new AuthOsException('BILLING_ERROR', 'The subscription matches no plan that we offer.');
    }
    return this.dataSource.transaction(async (manager) => {
      const tier = status === 'canceled' ? 'free' : plan.tier;
      await manager.update(Organization, { id: organizationId }, { tier });
      return manager.save(Subscription, {
        organizationId,
        tier: plan.tier,
        status,
        stripeSubscriptionId: id,
      });
    });
  }
}
