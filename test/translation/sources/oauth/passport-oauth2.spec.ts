import passport from 'passport';
import { Strategy, type StrategyOptions, type VerifyCallback } from 'passport-oauth2';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';
import { middlewareError } from '../../../support/servers/middleware-error.js';
import { startOAuthProvider } from '../../../support/servers/oauth-provider.server.js';

describe('passport-oauth2', () => {
  let provider: LoopbackServer;

  beforeAll(async () => {
    provider = await startOAuthProvider();
  });

  afterAll(() => provider.stop());

  /** What comes of a user who returns from the provider. */
  function refused(query: string, tokenPath: string, url = provider.url): Promise<unknown> {
    const options: StrategyOptions = {
      authorizationURL: `${url}/authorize`,
      tokenURL: url + tokenPath,
      clientID: 'client',
      clientSecret: 'secret of hunter2',
    };
    const verify = (_access: string, _refresh: string, _profile: unknown, done: VerifyCallback) =>
      done(null, {});
    const strategy = new Strategy(options, verify);
    const middleware = passport.authenticate(strategy, { session: false });
    return middlewareError(middleware, `/?${query}`);
  }

  it.each([
    ['a grant that it refuses', '/invalid_grant', 'TokenError'],
    ['a client that it refuses', '/invalid_client', 'TokenError'],
    ['a failure', '/server_error', 'TokenError'],
    ['HTML', '/html', 'InternalOAuthError'],
  ])('answered with %s is OAUTH_ERROR, and its text stays', async (_name, path, name) => {
    const error = await refused('code=1', path);
    expect(error).toMatchObject({ name });
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it.each(['server_error', 'temporarily_unavailable', 'invalid_request', SECRET])(
    'called back with the error %s is OAUTH_ERROR, and its text stays',
    async (code) => {
      const error = await refused(`error=${code}&error_description=hunter2`, '/');
      expect(error).toMatchObject({ name: 'AuthorizationError' });
      expectFailureWithSecret(error, 'OAUTH_ERROR');
    },
  );

  it('whose connection is cut is OAUTH_ERROR', async () => {
    expectFailure(await refused('code=1', '/cut'), 'OAUTH_ERROR');
  });

  it('that is refused the connection is OAUTH_ERROR, not IO_ERROR', async () => {
    const error = await refused('code=1', '/', `http://127.0.0.1:${await refusingPort()}`);
    expect(error).toMatchObject({ oauthError: { syscall: 'connect' } });
    expectFailure(error, 'OAUTH_ERROR');
  });

  it('answered with no token throws an Error without a mark: an unknown one', async () => {
    expectFailure(await refused('code=1', '/no-token'), 'INTERNAL_SERVER_ERROR');
  });

  it('is not what throws an error that merely has its fields', () => {
    const error = Object.assign(new Error('x'), { uri: 'x', status: 500 });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });

  describe.each(['TokenError', 'AuthorizationError'])(
    'is not what throws a user’s own %s',
    (name) => {
      it.each([
        ['a status', { code: 'invalid_grant', status: 401 }],
        ['a URI', { code: 'invalid_grant', uri: 'x' }],
      ])('with %s', (_with, properties) => {
        expectFailure(Object.assign(new Error('x'), { name }, properties), 'INTERNAL_SERVER_ERROR');
      });
    },
  );
});
