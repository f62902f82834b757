import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { ACME } from './seeds.js';

export interface TokenClaims {
  sub?: string;
  organizationId?: string;
  role?: 'owner' | 'admin' | 'member';
  /** Seconds since the epoch, or a span such as '15m'. */
  exp?: number | string;
}

/** Holds the key that a test has in common with the application it started. */
export class TokenSigner {
  private readonly privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  get pem(): string {
    return this.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  }

  /** A token of the owner of Acme, unless the claims say otherwise. */
  sign({ sub = ACME.owner, exp = '15m', ...claims }: TokenClaims = {}): Promise<string> {
    return new SignJWT({ organizationId: ACME.id, role: 'owner', ...claims })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer('authos-sample')
      .setAudience('authos-sample')
      .setSubject(sub)
      .setExpirationTime(exp)
      .sign(this.privateKey);
  }
}
