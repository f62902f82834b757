import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tier } from '../organizations/tiers.js';

/** What a tier is called at Stripe. */
@Entity('plans')
export class Plan {
  @PrimaryColumn('text')
  tier: Tier;

  @Column('text', { name: 'stripe_price_id' })
  stripePriceId: string;
}
