/**
 * The organization that a request acts for, as the guards need to know it.
 *
 * @example
 * const organization: OrganizationContext = { id: 'org_1', status: 'active', tier: 'pro', features: { sso: false } };
 *
 * @publicApi
 */
export interface OrganizationContext {
  id?: string;
  slug?: string;
  /** Anything but exactly `'active'` is ORGANIZATION_NOT_ACTIVE. */
  status: 'pending' | 'active' | 'suspended' | 'rejected';
  /** A key of the option `tiers`. */
  tier?: string;
  /** The organization's own features. They win over its tier: `true` or a listed name grants, `false` denies. */
  features?: readonly string[] | Readonly<Record<string, boolean>>;
}
