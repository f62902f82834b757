import { generateKeyPairSync } from 'node:crypto';
import { createSigner, createVerifier, type VerifierOptions } from 'fast-jwt';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { thrownBy } from '../../../support/thrown-by.js';

const KEY = 'a key of 256 bits, but for a test';
const MINUTE = 60_000;
const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const sign = createSigner({ key: KEY });
const token = sign({ sub: SECRET });

function verifying(signed: string, options: Partial<VerifierOptions & { key: string }> = {}) {
  return () => createVerifier({ key: KEY, ...options })(signed);
}

describe('fast-jwt', () => {
  it.each([
    ['has expired', verifying(sign({ exp: 1 }))],
    ['is older than maxAge', verifying(sign({ iat: 1 }), { maxAge: MINUTE })],
  ])('refusing a token that %s is TOKEN_EXPIRED', async (_name, call) => {
    expectFailure(await thrownBy(call), 'TOKEN_EXPIRED');
  });

  const [header, , signature] = token.split('.');
  const otherPayload = Buffer.from('{"sub":"admin"}').toString('base64url');

  it.each([
    ['that is not valid yet', verifying(sign({ nbf: 9_999_999_999 }))],
    ['with another payload', verifying(`${header}.${otherPayload}.${signature}`)],
    ['signed with another key', verifying(token, { key: 'another key' })],
    ['that is no token', verifying('hunter2')],
    ['of three parts that are none', verifying('hunter2.hunter2.hunter2')],
    ['that is no string', verifying(7 as unknown as string)],
    ['without a signature', verifying(createSigner({ algorithm: 'none' })({}))],
    ['of an algorithm that is not allowed', verifying(token, { algorithms: ['HS512'] })],
    ['of another type', verifying(token, { checkTyp: 'at+jwt' })],
    ['of another issuer', verifying(sign({ iss: SECRET }), { allowedIss: 'us' })],
    ['for another audience', verifying(sign({ aud: SECRET }), { allowedAud: 'us' })],
    ['without a claim', verifying(token, { requiredClaims: ['org'] })],
  ])('refusing a token %s is JWT_ERROR', async (_name, call) => {
    expectFailure(await thrownBy(call), 'JWT_ERROR');
  });

  it.each([
    ['without a secret', () => createVerifier({ key: '' })],
    ['with a secret that is none', () => createVerifier({ key: 7 as unknown as string })],
    ['with an option that is none', verifying(token, { cacheTTL: -1 })],
    ['with a key of another kind', verifying(token, { key: rsa.privateKey })],
    [
      'with a key that does not fit its algorithms',
      verifying(token, { key: rsa.publicKey, algorithms: ['ES256'] }),
    ],
    ['signing with a key that cannot sign', () => createSigner({ key: rsa.publicKey })],
    ['signing a payload that is none', () => sign(7 as unknown as object)],
    ['signing an exp that is none', () => sign({ exp: -1 })],
    ['signing an nbf that is none', () => sign({ nbf: -1 })],
  ])('called %s is the server’s fault', async (_name, call) => {
    expectFailure(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });

  it.each([
    ['fails', () => Promise.reject(new Error(`${SECRET} is down`))],
    ['finds none', () => Promise.resolve(undefined)],
  ])('whose callback for the key %s is the server’s fault', async (_name, key) => {
    const verify = createVerifier({ key: key as () => Promise<never> });
    expectFailure(await thrownBy(() => verify(token)), 'INTERNAL_SERVER_ERROR');
  });

  it('keeps the reason of a failed callback to itself', async () => {
    const verify = createVerifier({ key: () => Promise.reject(new Error(SECRET)) });
    expectFailureWithSecret(await thrownBy(() => verify(token)), 'INTERNAL_SERVER_ERROR');
  });

  it('is not what throws an error that merely carries its code', () => {
    const error = Object.assign(new Error('x'), { code: 'FAST_JWT_EXPIRED' });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });

  it.each(['E_CONFIG', 7])('is not what throws a class that lists codes, such as %p', (code) => {
    class ListingError extends Error {
      static readonly codes = {};
    }
    expectFailure(Object.assign(new ListingError('x'), { code }), 'INTERNAL_SERVER_ERROR');
  });
});
