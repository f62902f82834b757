import { Injectable } from '@nestjs/common';
import { createLocalJWKSet, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { AccessToken } from './access-token.interface.js';
import type { AuthenticatedUser } from './authenticated-user.interface.js';
import { SIGNING_ALGORITHM, SigningKey } from './signing-key.js';

const LIFETIME_SECONDS = 15 * 60;

/** Issuer and audience are both this application. */
const APPLICATION = 'authos-sample';

type AccessTokenPayload = JWTPayload & { sub: string } & Omit<AuthenticatedUser, 'id'>;

@Injectable()
export class AccessTokenService {
  private readonly publicKeys: ReturnType<typeof createLocalJWKSet>;

  constructor(private readonly signingKey: SigningKey) {
    this.publicKeys = createLocalJWKSet(signingKey.publicKeys);
  }

  async issue({ id, organizationId, role }: AuthenticatedUser): Promise<AccessToken> {
    const token = await new SignJWT({ organizationId, role })
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: this.signingKey.id })
      .setIssuer(APPLICATION)
      .setAudience(APPLICATION)
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(this.signingKey.privateKey);
    return { access_token: token, token_type: 'Bearer', expires_in: LIFETIME_SECONDS };
  }

  async verify(token: string): Promise<AuthenticatedUser> {
    const { payload } = await jwtVerify<AccessTokenPayload>(token, this.publicKeys, {
      algorithms: [SIGNING_ALGORITHM],
      issuer: APPLICATION,
      audience: APPLICATION,
      requiredClaims: ['sub', 'organizationId', 'role'],
    });
    return { id: payload.sub, organizationId: payload.organizationId, role: payload.role };
  }
}
