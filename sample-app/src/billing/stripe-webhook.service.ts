import { Injectable } from '@nestjs/common';
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
    const { STRIPE_WEBHOOK_SECRET } = this.config;
    const event = this.stripe.webhooks.constructEvent(payload, signature, STRIPE_WEBHOOK_SECRET);
    switch (event.type) {
      case 'customer.subscription.created':
      case 'customer.subscription.updated':
      case 'customer.subscription.deleted':
        await this.subscriptions.synchronize(event.data.object);
    }
  }
}
