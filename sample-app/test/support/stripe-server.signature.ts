import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` header of a webhook call, as Stripe computes it. */
export function signStripeEvent(payload: string, secret: string, signedAt = new Date()): string {
  const timestamp = Math.floor(signedAt.getTime() / 1000);
  const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
  return `t=${timestamp},v1=${signature}`;
}
