import { Injectable } from '@nestjs/common';
import { AuthOsException } from 'nestjs-authos-errors';
import Stripe from 'stripe';
import { DataSource } from 'typeorm';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { PrismaService } from '../database/prisma.service.js';
import { TIERS } from '../organizations/tiers.js';
import type { SubscribeDto } from './dto/subscribe.dto.js';
import { Plan } from './plan.entity.js';
import type { Subscription } from './subscription.entity.js';
import { SubscriptionsService } from './subscriptions.service.js';

@Injectable()
export class BillingService {
  constructor(
    private readonly stripe: Stripe,
    private readonly subscriptions: SubscriptionsService,
    private readonly dataSource: DataSource,
    private readonly prisma: PrismaService,
  ) {}

  async subscribe(user: AuthenticatedUser, request: SubscribeDto): Promise<Subscription> {
    await this.assertTierIsLargeEnough(user, request);
    const { tier } = request;
    const plan = await this.dataSource.manager.findOneByOrFail(Plan, { tier });
    await this.subscriptions.reserve(user, tier);
    const paid = await this.payOrRelease(user, plan, request);
    // From here on the reservation stands: who has paid must not be able to pay again.
    return this.subscriptions.synchronize(paid);
  }

  private async payOrRelease(
    user: AuthenticatedUser,
    plan: Plan,
    request: SubscribeDto,
  ): Promise<Stripe.Subscription> {
    try {
      return await this.pay(user, plan, request);
    } catch (error) {
      await this.subscriptions.release(user);
      throw error;
    }
  }

  private async assertTierIsLargeEnough(
    { organizationId }: AuthenticatedUser,
    { tier }: SubscribeDto,
  ): Promise<void> {
    const services = await this.prisma.service.count({ where: { organizationId } });
    if (services > TIERS[tier].services) {
      throw new AuthOsException(
        'BILLING_ERROR',
        `The ${tier} tier allows ${TIERS[tier].services} services; the organization has ${services}.`,
      );
    }
  }

  private async pay(
    { organizationId }: AuthenticatedUser,
    { stripePriceId }: Plan,
    { paymentMethod }: SubscribeDto,
  ): Promise<Stripe.Subscription> {
    const metadata = { organizationId };
    const customer = await this.stripe.customers.create({
      payment_method: paymentMethod,
      invoice_settings: { default_payment_method: paymentMethod },
      metadata,
    });
    return this.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: stripePriceId }],
      payment_behavior: 'error_if_incomplete',
      metadata,
    });
  }
}
