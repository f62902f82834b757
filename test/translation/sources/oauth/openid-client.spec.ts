import * as oauth from 'oauth4webapi';
import * as client from 'openid-client';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { startOAuthProvider } from '../../../support/servers/oauth-provider.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

let provider: LoopbackServer;

beforeAll(async () => {
  provider = await startOAuthProvider();
});

afterAll(() => provider.stop());

describe('openid-client', () => {
  function configuration(endpoint: string, url = provider.url): client.Configuration {
    const config = new client.Configuration(
      { issuer: url, token_endpoint: url + endpoint, userinfo_endpoint: url + endpoint },
      'client',
      'secret of hunter2',
    );
    client.allowInsecureRequests(config);
    config.timeout = 0.3;
    return config;
  }

  const refreshing = (endpoint: string, url?: string) => () =>
    client.refreshTokenGrant(configuration(endpoint, url), 'refresh token of hunter2');

  it.each([
    ['a grant that it refuses', '/invalid_grant', 'OAUTH_RESPONSE_BODY_ERROR'],
    ['a client that it refuses', '/invalid_client', 'OAUTH_RESPONSE_BODY_ERROR'],
    ['a challenge', '/challenge', 'OAUTH_WWW_AUTHENTICATE_CHALLENGE'],
  ])('answered with %s is OAUTH_ERROR, and its text stays', async (_name, endpoint, code) => {
    const error = await thrownBy(refreshing(endpoint));
    expect(error).toMatchObject({ code });
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it.each([
    ['a failure', '/server_error', 'OAUTH_RESPONSE_IS_NOT_CONFORM'],
    ['HTML', '/html', 'OAUTH_RESPONSE_IS_NOT_CONFORM'],
    ['no JSON', '/not-json', 'OAUTH_PARSE_ERROR'],
    ['no token', '/no-token', 'OAUTH_INVALID_RESPONSE'],
    ['nothing in time', '/never', 'OAUTH_TIMEOUT'],
  ])('answered with %s is OAUTH_ERROR', async (_name, endpoint, code) => {
    const error = await thrownBy(refreshing(endpoint));
    expect(error).toMatchObject({ code });
    expectFailure(error, 'OAUTH_ERROR');
  });

  it('whose connection is cut is IO_ERROR', async () => {
    expectFailure(await thrownBy(refreshing('/cut')), 'IO_ERROR');
  });

  it('that is refused the connection is IO_ERROR', async () => {
    const url = `http://127.0.0.1:${await refusingPort()}`;
    expectFailure(await thrownBy(refreshing('/hunter2', url)), 'IO_ERROR');
  });

  it.each([
    ['that the user denied', 'error=access_denied&error_description=hunter2&state=ours'],
    ['of another state', 'code=hunter2&state=theirs'],
    ['without a state', 'code=hunter2'],
    ['without a code', 'state=ours'],
  ])('called back %s is OAUTH_ERROR', async (_name, query) => {
    const callback = new URL(`${provider.url}/callback?${query}`);
    const error = await thrownBy(() =>
      client.authorizationCodeGrant(configuration('/token'), callback, { expectedState: 'ours' }),
    );
    expectFailure(error, 'OAUTH_ERROR');
  });

  it('keeps the expected state to itself', async () => {
    const callback = new URL(`${provider.url}/callback?code=1&state=theirs`);
    const error = await thrownBy(() =>
      client.authorizationCodeGrant(configuration('/token'), callback, { expectedState: SECRET }),
    );
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it('asking for a user with a token that has expired is OAUTH_ERROR, not ours to say', async () => {
    const error = await thrownBy(() =>
      client.fetchUserInfo(configuration('/challenge'), 'access token', 'subject'),
    );
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it.each([
    ['finds none', '/nowhere'],
    ['finds HTML', '/html'],
  ])('whose discovery of the provider %s is OAUTH_ERROR', async (_name, path) => {
    const error = await thrownBy(() =>
      client.discovery(new URL(provider.url + path), 'client', 'secret', undefined, {
        execute: [client.allowInsecureRequests],
      }),
    );
    expectFailure(error, 'OAUTH_ERROR');
  });

  it('over HTTP is OAUTH_ERROR', async () => {
    const error = await thrownBy(() => client.discovery(new URL(provider.url), 'client'));
    expect(error).toMatchObject({ code: 'OAUTH_HTTP_REQUEST_FORBIDDEN' });
    expectFailure(error, 'OAUTH_ERROR');
  });

  it('called wrongly is the server’s fault', async () => {
    const call = () => client.refreshTokenGrant(configuration('/x'), 7 as unknown as string);
    expectFailure(await thrownBy(call), 'INTERNAL_SERVER_ERROR');
  });

  it('is not what throws an error that merely carries its code', () => {
    const error = Object.assign(new Error('x'), { code: 'OAUTH_RESPONSE_BODY_ERROR' });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});

describe('oauth4webapi', () => {
  async function refresh(endpoint: string): Promise<unknown> {
    const server = { issuer: provider.url, token_endpoint: provider.url + endpoint };
    const us = { client_id: 'client' };
    const response = await oauth.refreshTokenGrantRequest(
      server,
      us,
      oauth.ClientSecretPost('secret of hunter2'),
      'refresh token of hunter2',
      { [oauth.allowInsecureRequests]: true, signal: AbortSignal.timeout(300) },
    );
    return oauth.processRefreshTokenResponse(server, us, response);
  }

  it.each([
    ['a grant that it refuses', '/invalid_grant'],
    ['a challenge', '/challenge'],
    ['HTML', '/html'],
    ['no JSON', '/not-json'],
    ['no token', '/no-token'],
  ])('answered with %s is OAUTH_ERROR', async (_name, endpoint) => {
    expectFailure(await thrownBy(() => refresh(endpoint)), 'OAUTH_ERROR');
  });

  it.each([
    ['whose connection is cut', '/cut'],
    ['that gets no answer in time', '/never'],
  ])('%s is IO_ERROR', async (_name, endpoint) => {
    expectFailure(await thrownBy(() => refresh(endpoint)), 'IO_ERROR');
  });

  it('verifying a token that is none is OAUTH_ERROR', async () => {
    const server = { issuer: provider.url, jwks_uri: `${provider.url}/jwks` };
    const request = new Request('http://localhost', {
      headers: { authorization: 'Bearer hunter2' },
    });
    const error = await thrownBy(() => oauth.validateJwtAccessToken(server, request, 'us'));
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });
});
