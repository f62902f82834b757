import passport, { type Strategy } from 'passport';
import { Strategy as FacebookStrategy } from 'passport-facebook';
import { Strategy as GoogleStrategy } from 'passport-google-oauth20';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import type { LoopbackServer } from '../../../support/servers/loopback.server.js';
import { middlewareError } from '../../../support/servers/middleware-error.js';
import { startOAuthProvider } from '../../../support/servers/oauth-provider.server.js';

describe('a strategy on passport-oauth2', () => {
  let provider: LoopbackServer;

  beforeAll(async () => {
    provider = await startOAuthProvider();
  });

  afterAll(() => provider.stop());

  const options = (tokenPath: string) => ({
    authorizationURL: `${provider.url}/authorize`,
    tokenURL: provider.url + tokenPath,
    clientID: 'client',
    clientSecret: 'secret of hunter2',
    callbackURL: 'http://localhost',
  });
  const verify = (...args: unknown[]): void =>
    (args.at(-1) as (error: null, user: object) => void)(null, {});

  const facebook = (tokenPath: string, profilePath = '/facebook') =>
    new FacebookStrategy({ ...options(tokenPath), profileURL: provider.url + profilePath }, verify);
  const google = (profilePath: string) =>
    new GoogleStrategy(
      { ...options('/token'), userProfileURL: provider.url + profilePath },
      verify,
    );

  const refused = (strategy: Strategy, query = 'code=1'): Promise<unknown> =>
    middlewareError(passport.authenticate(strategy, { session: false }), `/?${query}`);

  it.each([
    ['Facebook’s answer to a bad code', () => facebook('/facebook'), 'FacebookTokenError'],
    ['Facebook’s answer instead of a profile', () => facebook('/token'), 'FacebookGraphAPIError'],
    ['Google’s answer instead of a profile', () => google('/google'), 'GooglePlusAPIError'],
    ['Google’s answer to a bad token', () => google('/invalid_client'), 'UserInfoError'],
    ['no JSON for a profile', () => google('/html'), 'InternalOAuthError'],
  ])('with %s is OAUTH_ERROR, and its text stays', async (_name, strategy, name) => {
    const error = await refused(strategy());
    expect(error).toMatchObject({ name });
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it('called back by Facebook with an error is OAUTH_ERROR, and its text stays', async () => {
    const error = await refused(facebook('/token'), `error_code=1&error_message=${SECRET}`);
    expect(error).toMatchObject({ name: 'FacebookAuthorizationError' });
    expectFailureWithSecret(error, 'OAUTH_ERROR');
  });

  it.each([
    ['a class of that name', { name: 'FacebookTokenError', code: 100 }],
    ['an API error of the application', { name: 'BillingAPIError', code: 'E_BILLING' }],
    ['a user’s own error', { name: 'UserInfoError', code: 401 }],
  ])('is not %s', (_name, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
  });

  it('is not an error made in the same way, without a code', () => {
    const error = Object.assign(Object.create(Error.prototype) as Error, {
      name: 'CsrfTokenError',
    });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
