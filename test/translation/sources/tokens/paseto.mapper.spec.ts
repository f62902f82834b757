import { generateKeyPairSync } from 'node:crypto';
import { V3, V4 } from 'paseto';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import { thrownBy } from '../../../support/thrown-by.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');

const sign = (claims: object, key = privateKey) => V4.sign({ sub: SECRET, ...claims }, key);

describe('paseto', () => {
  it.each([
    [
      'that has expired',
      async () => V4.verify(await sign({ exp: '2020-01-01T00:00:00Z' }), publicKey),
    ],
    [
      'that is older than maxTokenAge',
      async () =>
        V4.verify(
          await V4.sign({ iat: '2020-01-01T00:00:00Z' }, privateKey, { iat: false }),
          publicKey,
          { maxTokenAge: '1h' },
        ),
    ],
  ])('refusing a token %s is TOKEN_EXPIRED', async (_name, call) => {
    expectFailure(await thrownBy(call), 'TOKEN_EXPIRED');
  });

  it.each([
    [
      'that is not valid yet',
      async () => V4.verify(await sign({ nbf: '2999-01-01T00:00:00Z' }), publicKey),
    ],
    ['signed with another key', async () => V4.verify(await sign({}, other.privateKey), publicKey)],
    ['that is no token', () => V4.verify(SECRET, publicKey)],
    [
      'of another version',
      async () => V4.verify(await V3.encrypt({}, await V3.generateKey('local')), publicKey),
    ],
    [
      'of an audience',
      async () => V4.verify(await sign({ aud: SECRET }), publicKey, { audience: 'us' }),
    ],
    [
      'encrypted with another key',
      async () =>
        V3.decrypt(
          await V3.encrypt({}, await V3.generateKey('local')),
          await V3.generateKey('local'),
        ),
    ],
  ])('refusing a token %s is JWT_ERROR', async (_name, call) => {
    expectFailure(await thrownBy(call), 'JWT_ERROR');
  });

  it('called with a wrong key is the server’s fault', async () => {
    const error = await thrownBy(() => V4.sign({}, publicKey));
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });

  it('is not what throws an error that merely carries its code', () => {
    const error = Object.assign(new Error('token is expired'), {
      code: 'ERR_PASETO_CLAIM_INVALID',
    });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
