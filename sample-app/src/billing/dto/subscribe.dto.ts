import { IsIn, Matches } from 'class-validator';
import { TIER_NAMES, type Tier } from '../../organizations/tiers.js';

export class SubscribeDto {
  @IsIn(TIER_NAMES)
  readonly tier: Tier;

  /** The payment method that the browser got from Stripe. */
  @Matches(/^pm_\w{1,120}$/, { message: '$property must be a payment method of Stripe' })
  readonly paymentMethod: string;
}
