import type { Organization } from './organization.entity.js';

/** What a sign-in page may show to anybody. */
export type OrganizationProfile = Pick<Organization, 'slug' | 'name'>;
