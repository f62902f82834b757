import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JSONWebKeySet } from 'jose';

export const SIGNING_ALGORITHM = 'RS256';

/** The key that signs access tokens, and its public half as others may fetch it. */
export class SigningKey {
  private constructor(
    readonly id: string,
    readonly privateKey: KeyObject,
    readonly publicKeys: JSONWebKeySet,
  ) {}

  static async create(pem?: string): Promise<SigningKey> {
    const privateKey = pem
      ? createPrivateKey(pem)
      : generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const jwk = await exportJWK(createPublicKey(privateKey));
    const kid = await calculateJwkThumbprint(jwk);
    return new SigningKey(kid, privateKey, {
      keys: [{ ...jwk, kid, alg: SIGNING_ALGORITHM, use: 'sig' }],
    });
  }
}
