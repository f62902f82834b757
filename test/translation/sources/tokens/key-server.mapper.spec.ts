import { generateKeyPairSync } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

const { JwksClient } = nativeRequire<typeof import('jwks-rsa')>('jwks-rsa');

const key = (kid: string) => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }),
  kid,
  use: 'sig',
});

const SETS: Readonly<Record<string, unknown>> = {
  '/keys': { keys: [key('first'), key('second')] },
  '/empty': { keys: [] },
  '/no-signing-keys': { keys: [{ kid: SECRET, use: 'enc', kty: 'RSA' }] },
  '/no-set': { hunter2: 1 },
};

const answer: RequestListener = (request, response) => {
  const set = SETS[request.url ?? ''];
  if (set) response.end(JSON.stringify(set));
  else response.writeHead(500, 'hunter2').end(SECRET);
};

describe('jwks-rsa', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    server = await startBrokenServer(answer);
  });

  afterAll(() => server.stop());

  function refused(path: string, kid: string | undefined, port = server.port): Promise<unknown> {
    const client = new JwksClient({ jwksUri: `http://127.0.0.1:${port}${path}`, timeout: 200 });
    return thrownBy(() => client.getSigningKey(kid));
  }

  it.each([
    ['that lacks the token’s', SECRET],
    ['of which several fit', undefined],
  ])('with a set of keys %s says JWT_ERROR', async (_name, kid) => {
    const error = await refused('/keys', kid);
    expect(error).toMatchObject({ name: 'SigningKeyNotFoundError' });
    expectFailure(error, 'JWT_ERROR');
  });

  it('keeps the token’s header to itself', async () => {
    expectFailureWithSecret(await refused('/keys', SECRET), 'JWT_ERROR');
  });

  it.each([
    ['fails', '/hunter2'],
    ['answers HTML with 502', '/html'],
    ['answers no JSON', '/not-json'],
    ['has no keys', '/empty'],
    ['has no keys that sign', '/no-signing-keys'],
    ['answers something else', '/no-set'],
  ])('of a key server that %s is the server’s fault', async (_name, path) => {
    expectFailure(await refused(path, 'first'), 'INTERNAL_SERVER_ERROR');
  });

  it.each([
    ['cuts the connection', '/cut'],
    ['never answers', '/never'],
  ])('of a key server that %s is IO_ERROR', async (_name, path) => {
    const error = await refused(path, 'first');
    expect(error).toMatchObject({ isEndpointUnavailable: true });
    expectFailure(error, 'IO_ERROR');
  });

  it('of a key server that is down is IO_ERROR', async () => {
    const error = await refused('/keys', 'first', await refusingPort());
    expect(error).toMatchObject({ isEndpointUnavailable: true, syscall: 'connect' });
    expectFailure(error, 'IO_ERROR');
  });

  it('that limits its own requests is the server’s fault', async () => {
    const client = new JwksClient({
      jwksUri: `${server.url}/keys`,
      cache: false,
      rateLimit: true,
      jwksRequestsPerMinute: 1,
    });
    await client.getSigningKey('first');
    const error = await thrownBy(() => client.getSigningKey('first'));
    expect(error).toMatchObject({ name: 'JwksRateLimitError' });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });

  it.each(['JwksError', 'JwksRateLimitError', 'SigningKeyNotFoundError'])(
    'is not what throws an error that is merely called %s',
    (name) => {
      const cause = Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open' });
      expectFailure(Object.assign(new Error('x', { cause }), { name }), 'IO_ERROR');
    },
  );
});
