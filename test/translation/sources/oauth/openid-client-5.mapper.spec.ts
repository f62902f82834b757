import jwt from 'jsonwebtoken';
import { type BaseClient, Issuer } from 'openid-client-5';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { startOAuthProvider } from '../../../support/servers/oauth-provider.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

describe('openid-client 5', () => {
  let provider: LoopbackServer;

  beforeAll(async () => {
    provider = await startOAuthProvider();
  });

  afterAll(() => provider.stop());

  function client(endpoint: string, url = provider.url): BaseClient {
    const { Client } = new Issuer({
      issuer: url,
      token_endpoint: url + endpoint,
      userinfo_endpoint: url + endpoint,
    });
    return new Client({ client_id: 'client', client_secret: 'secret of hunter2' });
  }

  const refreshing = (endpoint: string, url?: string) => () =>
    client(endpoint, url).refresh('refresh token of hunter2');

  it.each([
    ['a grant that it refuses', '/invalid_grant'],
    ['a client that it refuses', '/invalid_client'],
    ['a challenge', '/challenge'],
    ['a failure', '/server_error'],
    ['an error that is none of OAuth', '/no-oauth'],
  ])('answered with %s is OAUTH_ERROR, and its text stays', async (_name, endpoint) => {
    const error = await thrownBy(refreshing(endpoint));
    expect(error).toMatchObject({ name: 'OPError' });
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it('answered with HTML is OAUTH_ERROR', async () => {
    const error = await thrownBy(refreshing('/html'));
    expect(error).toMatchObject({ name: 'OPError' });
    expectFailure(error, 'OAUTH_ERROR');
  });

  it('asking for a user with a token that has expired is OAUTH_ERROR', async () => {
    const error = await thrownBy(() => client('/challenge').userinfo('access token'));
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it.each([
    ['that the user denied', { error: 'access_denied', error_description: SECRET, state: 'ours' }],
    ['of another state', { code: SECRET, state: 'theirs' }],
    ['without a state', { code: SECRET }],
  ])('called back %s is OAUTH_ERROR', async (_name, parameters) => {
    const error = await thrownBy(() =>
      client('/token').callback('http://localhost', parameters, { state: 'ours' }),
    );
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it('refusing an id token is OAUTH_ERROR', async () => {
    const id_token = jwt.sign({ sub: SECRET }, 'a key');
    const error = await thrownBy(() =>
      client('/token').callback('http://localhost', { id_token }, { response_type: 'id_token' }),
    );
    expect(error).toMatchObject({ name: 'RPError', jwt: id_token });
    expectFailure(error, 'OAUTH_ERROR');
  });

  it.each([
    ['whose connection is cut', async () => refreshing('/cut')],
    [
      'that is refused the connection',
      async () => refreshing('/', `http://127.0.0.1:${await refusingPort()}`),
    ],
  ])('%s is IO_ERROR', async (_name, call) => {
    expectFailure(await thrownBy(await call()), 'IO_ERROR');
  });

  it.each(['OPError', 'RPError'])('is not what throws an error merely called %s', (name) => {
    expectFailure(Object.assign(new Error('x'), { name }), 'INTERNAL_SERVER_ERROR');
  });
});
