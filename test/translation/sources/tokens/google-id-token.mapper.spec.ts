import { generateKeyPairSync } from 'node:crypto';
import jwt, { type JwtHeader } from 'jsonwebtoken';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { type LoopbackServer, startHttpServer } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const { OAuth2Client } = nativeRequire<typeof import('google-auth-library')>('google-auth-library');

const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const HOUR = 3600;
const now = Math.floor(Date.now() / 1000);

function sign(claims: object, header: Partial<JwtHeader> = {}): string {
  const payload = {
    iss: 'https://accounts.google.com',
    aud: 'us',
    email: SECRET,
    iat: now,
    exp: now + HOUR,
    ...claims,
  };
  return jwt.sign(payload, rsa.privateKey, {
    algorithm: 'RS256',
    header: { alg: 'RS256', kid: 'ours', ...header },
  });
}

/** With claims that jsonwebtoken would not sign. */
function signRaw(claims: object): string {
  const payload = JSON.stringify({ iat: now, exp: now + HOUR, ...claims });
  return jwt.sign(payload, rsa.privateKey, { algorithm: 'RS256', keyid: 'ours' });
}

describe('the id tokens of google-auth-library', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startHttpServer((_request, response) =>
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ ours: rsa.publicKey })),
    );
  });

  afterAll(() => server.stop());

  async function refused(idToken: string | undefined): Promise<unknown> {
    const client = new OAuth2Client({
      endpoints: { oauth2FederatedSignonPemCertsUrl: server.url },
    });
    return thrownBy(() =>
      client.verifyIdToken({ idToken: idToken as string, audience: 'us', maxExpiry: 2 * HOUR }),
    );
  }

  it('that have expired are TOKEN_EXPIRED, and their claims stay', async () => {
    const error = await refused(sign({ iat: 1, exp: 2 }));
    expectFailureWithSecret(error, 'TOKEN_EXPIRED');
  });

  const token = sign({});
  const [header = '', payload = '', signature = ''] = token.split('.');
  const otherPayload = Buffer.from('{"sub":"admin"}').toString('base64url');

  it.each([
    ['that are no tokens', SECRET],
    ['whose header is no JSON', `${SECRET}.${payload}.${signature}`],
    ['whose header is nothing', `${Buffer.from('null').toString('base64url')}.${payload}.x`],
    ['whose payload is no JSON', `${header}.${SECRET}.${signature}`],
    ['whose payload is nothing', `${header}.${Buffer.from('null').toString('base64url')}.x`],
    ['with another payload', `${header}.${otherPayload}.${signature}`],
    ['of a key that is unknown', sign({}, { kid: SECRET })],
    ['that are not valid yet', sign({ iat: now + HOUR, exp: now + HOUR + 10 })],
    ['that are valid for too long', sign({ exp: now + 10 * HOUR })],
    ['whose exp is no number', signRaw({ exp: 'hunter2' })],
    ['without exp', signRaw({ exp: 0 })],
    ['without iat', signRaw({ iat: 0 })],
    ['whose iat is no number', signRaw({ iat: 'hunter2' })],
    ['of another issuer', sign({ iss: SECRET })],
    ['for another audience', sign({ aud: SECRET })],
  ])('%s are JWT_ERROR', async (_name, idToken) => {
    expectFailure(await refused(idToken), 'JWT_ERROR');
  });

  it('that are missing are UNAUTHORIZED', async () => {
    expectFailure(await refused(undefined), 'UNAUTHORIZED');
  });

  it.each([
    'Token used too latexpired',
    'My Token used too late, 1 > 2',
    'Invalid token signature',
    'Invalid issuer',
  ])('are not what an Error that says %p speaks of', (message) => {
    expectFailure(new Error(message), 'INTERNAL_SERVER_ERROR');
  });
});
