export const TIER_NAMES = ['free', 'starter', 'pro', 'enterprise'] as const;

export type Tier = (typeof TIER_NAMES)[number];

export interface TierPlan {
  services: number;
  members: number;
  features: readonly string[];
}

export const TIERS: Readonly<Record<Tier, TierPlan>> = {
  free: { services: 2, members: 3, features: [] },
  starter: { services: 5, members: 10, features: ['audit-log'] },
  pro: { services: 25, members: 50, features: ['audit-log', 'sso'] },
  enterprise: { services: 500, members: 5_000, features: ['audit-log', 'sso'] },
};

export function featuresByTier(): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(TIERS).map(([tier, { features }]) => [tier, features] as const),
  );
}
