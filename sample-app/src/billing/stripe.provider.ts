import type { FactoryProvider } from '@nestjs/common';
import Stripe from 'stripe';
import { AppConfig } from '../config/app-config.js';

export const stripeProvider: FactoryProvider<Stripe> = {
  provide: Stripe,
  inject: [AppConfig],
  useFactory: ({ STRIPE_API_KEY, STRIPE_API_BASE }: AppConfig) => {
    const { hostname, port, protocol } = new URL(STRIPE_API_BASE ?? 'https://api.stripe.com');
    return new Stripe(STRIPE_API_KEY, {
      host: hostname,
      port,
      protocol: protocol === 'http:' ? 'http' : 'https',
      timeout: 10_000,
    });
  },
};
