import type { INestApplication } from '@nestjs/common';
import { AccessTokenService } from './auth/access-token.service.js';

/** The owner of Initech, an organization that nobody has approved yet. */
const PENDING_OWNER = {
  id: 'b0000000-0000-4000-8000-000000000003',
  organizationId: 'a0000000-0000-4000-8000-000000000003',
  role: 'owner',
} as const;

export async function curlExamples(app: INestApplication): Promise<string> {
  const url = await app.getUrl();
  const tokens = app.get(AccessTokenService, { strict: false });
  const { access_token: token } = await tokens.issue(PENDING_OWNER);
  return `
An organization that does not exist:
curl -i ${url}/organizations/atlantis

A request that is not valid:
curl -i ${url}/auth/token -H 'Content-Type: application/json' -d '{"organization":"acme","email":"nobody"}'

An organization that is not approved yet (the token is good for 15 minutes):
curl -i ${url}/services -H 'Authorization: Bearer ${token}'

`;
}
