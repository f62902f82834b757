import type { FactoryProvider } from '@nestjs/common';

export const STRIPE_WEBHOOK_SECRET = Symbol('STRIPE_WEBHOOK_SECRET');

export const stripeWebhookSecretProvider: FactoryProvider<string> = {
  provide: STRIPE_WEBHOOK_SECRET,
  useFactory: () => process.env.STRIPE_WEBHOOK_SECRET ?? 'whsec_sample',
};
