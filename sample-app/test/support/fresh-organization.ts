import { randomBytes } from 'node:crypto';
import request from 'supertest';
import type { SampleApp } from './sample-app.process.js';
import type { TokenClaims } from './token-signer.js';

export interface FreshOrganization {
  id: string;
  slug: string;
  password: string;
  /** A token of somebody who acts for this organization: its owner, unless a role is given. */
  token(role?: TokenClaims['role']): Promise<string>;
}

export function signUpRequest(slug = `org-${randomBytes(6).toString('hex')}`) {
  return {
    name: `Organization ${slug}`,
    slug,
    tier: 'free',
    billingAddress: {
      street: '1 Main Street',
      city: 'Springfield',
      postalCode: '12345',
      country: 'US',
    },
    contacts: [{ purpose: 'billing', email: 'billing@fresh.example' }],
    owner: { email: 'owner@fresh.example', name: 'Owner', password: 'a long enough password' },
  };
}

/** An active organization in the tier free (2 services, 3 members) that no other test knows. */
export async function signUp(app: SampleApp): Promise<FreshOrganization> {
  const body = signUpRequest();
  const response = await request(app.url).post('/organizations').send(body).expect(201);
  const { id } = response.body as { id: string };
  return {
    id,
    slug: body.slug,
    password: body.owner.password,
    token: (role = 'owner') => app.token({ organizationId: id, role }),
  };
}
