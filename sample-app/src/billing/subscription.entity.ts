import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tier } from '../organizations/tiers.js';

@Entity('subscriptions')
export class Subscription {
  /** One each: the key makes a second subscription, or two at once, impossible. */
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  @Column('text')
  tier: Tier;

  /** As Stripe calls it: incomplete, active, past_due, canceled, … */
  @Column('text')
  status: string;

  @Column('text', { name: 'stripe_subscription_id', nullable: true })
  stripeSubscriptionId: string | null;
}
