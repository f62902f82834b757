import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import { type LoopbackServer } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const { verifyToken } = nativeRequire<typeof import('@clerk/backend')>('@clerk/backend');

const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

function sign(claims: object = {}): string {
  const issued = { iss: 'https://clerk.example', sub: SECRET, azp: SECRET, ...claims };
  return jwt.sign(issued, rsa.privateKey, { algorithm: 'RS256', keyid: 'ours' });
}

function refused(
  token: string,
  options: Partial<Parameters<typeof verifyToken>[1]> = {},
): Promise<unknown> {
  return thrownBy(() => verifyToken(token, { jwtKey: rsa.publicKey, ...options }));
}

describe('@clerk/backend', () => {
  it('refusing a token that has expired is TOKEN_EXPIRED', async () => {
    expectFailure(await refused(sign({ exp: 1 })), 'TOKEN_EXPIRED');
  });

  const exp = Math.floor(Date.now() / 1000) + 60;
  const [header, , signature] = sign({ exp }).split('.');
  const otherPayload = Buffer.from(JSON.stringify({ sub: 'admin', exp })).toString('base64url');

  it.each([
    ['that is no token', SECRET],
    ['with another payload', `${header}.${otherPayload}.${signature}`],
    ['that is not valid yet', sign({ exp, nbf: exp })],
    ['of the future', sign({ exp, iat: exp })],
    ['of an algorithm that is not allowed', jwt.sign({ exp }, 'a key', { keyid: 'ours' })],
  ])('refusing a token %s is JWT_ERROR', async (_name, token) => {
    expectFailure(await refused(token), 'JWT_ERROR');
  });

  it('refusing a token of another party is JWT_ERROR, and the party stays', async () => {
    const error = await refused(sign({ exp }), { authorizedParties: ['https://us.example'] });
    expectFailureWithSecret(error, 'JWT_ERROR');
  });

  it('without a key is the server’s fault', async () => {
    expectFailure(await refused(sign({ exp }), { jwtKey: undefined }), 'INTERNAL_SERVER_ERROR');
  });

  describe('asking a key server', () => {
    let server: LoopbackServer;

    beforeAll(async () => {
      server = await startBrokenServer((_request, response) => response.end('{"keys":[]}'));
    });

    afterAll(() => server.stop());

    const asking = (path: string, port = server.port) =>
      refused(sign({ exp }), {
        jwtKey: undefined,
        secretKey: 'sk_test_hunter2',
        apiUrl: `http://127.0.0.1:${port}${path}`,
        skipJwksCache: true,
      });

    it('that has no keys is the server’s fault', async () => {
      expectFailure(await asking('/empty'), 'INTERNAL_SERVER_ERROR');
    });
  });

  it.each([
    ['has no full message', { reason: 'token-expired', action: undefined }],
    ['has no action', { reason: 'token-expired', getFullMessage: String }],
    ['has a reason of another kind', { reason: 7, action: '', getFullMessage: String }],
  ])('is not what throws an error that %s', (_name, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });
});
