import { Inject, Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { STRIPE_WEBHOOK_SECRET } from './stripe-webhook-secret.provider.js';
import { SubscriptionsService } from './subscriptions.service.js';

@Injectable()
export class StripeWebhookService {
  constructor(
    private readonly stripe: Stripe,
    private readonly subscriptions: SubscriptionsService,
    @Inject(STRIPE_WEBHOOK_SECRET) private readonly secret: string,
  ) {}

  async receive(payload: Buffer, signature: string): Promise<void> {
    const event = this.stripe.webhooks.constructEvent(payload, signature, this.secret);
    switch (event.type) {
      case 'customer.subscription.created':
      case 'customer.subscription.updated':
      case 'customer.subscription.deleted':
        await this.subscriptions.synchronize(event.data.object);
    }
  }
}
