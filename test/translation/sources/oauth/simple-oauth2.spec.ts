import { expectFailure, expectFailureWithSecret } from '../../../support/expect-failure.js';
import { nativeRequire } from '../../../support/native-require.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { startOAuthProvider } from '../../../support/servers/oauth-provider.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

/** Its HTTP client tells Node's own errors by `instanceof`, which no two realms share. */
const { ClientCredentials } = nativeRequire<typeof import('simple-oauth2')>('simple-oauth2');

describe('simple-oauth2', () => {
  let provider: LoopbackServer;

  beforeAll(async () => {
    provider = await startOAuthProvider();
  });

  afterAll(() => provider.stop());

  function refused(tokenPath: string, tokenHost = provider.url): Promise<unknown> {
    const client = new ClientCredentials({
      client: { id: 'client', secret: 'secret of hunter2' },
      auth: { tokenHost, tokenPath },
      http: { timeout: 300 },
    });
    return thrownBy(() => client.getToken({}));
  }

  it.each([
    ['a grant that it refuses', '/invalid_grant'],
    ['a client that it refuses', '/invalid_client'],
    ['a failure', '/server_error'],
  ])('answered with %s is OAUTH_ERROR, and its text stays', async (_name, path) => {
    expectFailureWithSecret(await refused(path), 'OAUTH_ERROR');
  });

  it.each([
    ['an error that is none of OAuth', '/no-oauth'],
    ['HTML', '/html'],
    ['no JSON', '/not-json'],
    ['nothing in time', '/never'],
  ])('answered with %s is OAUTH_ERROR', async (_name, path) => {
    const error = await refused(path);
    expect(error).toMatchObject({ isBoom: true });
    expectFailure(error, 'OAUTH_ERROR');
  });

  it('whose connection is cut is IO_ERROR', async () => {
    expectFailure(await refused('/cut'), 'IO_ERROR');
  });

  it('that is refused the connection is IO_ERROR, and the provider’s address stays', async () => {
    const error = await refused('/hunter2', `http://127.0.0.1:${await refusingPort()}`);
    expectFailureWithSecret(error, 'IO_ERROR');
  });

  it('with a wrong configuration is the server’s fault', async () => {
    const error = await thrownBy(() => new ClientCredentials({} as never));
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});

describe('an error that only looks like one of simple-oauth2', () => {
  const res = {};

  it.each([
    ['is no Boom', { isBoom: false, data: { res } }],
    ['has no data', { isBoom: true }],
    ['has no answer', { isBoom: true, data: { isResponseError: true, res: undefined } }],
    ['has the data of the application', { isBoom: true, data: 'res' }],
  ])('is unknown, if it %s', (_how, fields) => {
    expectFailure(Object.assign(new Error('x'), fields), 'INTERNAL_SERVER_ERROR');
  });
});
