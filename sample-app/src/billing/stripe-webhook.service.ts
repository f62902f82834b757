import { BadRequestException, Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { AppConfig } from '../config/app-config.js';
import { SubscriptionsService } from './subscriptions.service.js';

@Injectable()
export class StripeWebhookService {
  constructor(
    private readonly stripe: Stripe,
    private readonly subscriptions: SubscriptionsService,
    private readonly config: AppConfig,
  ) {}

  async receive(payload: Buffer, signature: string): Promise<void> {
    const event = this.verify(payload, signature);
    switch (event.type) {
      case 'customer.subscription.created':
      case 'customer.subscription.updated':
      case 'customer.subscription.deleted':
        await this.subscriptions.synchronize(event.data.object);
    }
  }

  /** Anybody can post here: what Stripe has not signed is the sender's fault, and no failure of ours. */
  private verify(payload: Buffer, signature: string): Stripe.Event {
    const { STRIPE_WEBHOOK_SECRET } = this.config;
    try {
      return this.stripe.webhooks.constructEvent(payload, signature, STRIPE_WEBHOOK_SECRET);
    } catch (cause) {
      throw new BadRequestException('The signature of the event is not valid.', { cause });
    }
  }
}
