import request from 'supertest';
import { PROVIDER_FAILURES } from './support/oauth-provider.failures.js';
import {
  CONNECTION_CUT,
  type OAuthProvider,
  startOAuthProvider,
} from './support/oauth-provider.js';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import { ACME } from './support/seeds.js';
import './support/to-be-authos-error.js';

describe.each(['express', 'fastify'])('Sign-in with a provider, on %s', (PLATFORM) => {
  let provider: OAuthProvider;
  let app: SampleApp;

  beforeAll(async () => {
    provider = await startOAuthProvider();
    app = await startSampleApp({
      PLATFORM,
      OAUTH_ISSUER: provider.issuer,
      PUBLIC_URL: 'https://sample.example',
    });
  }, START_TIMEOUT);

  afterAll(async () => {
    await app.stop();
    await provider.stop();
  });

  /** Goes as far as a browser that has been sent to the provider. */
  const start = async () => {
    const response = await request(app.url).get('/oauth/login').query({ organization: 'acme' });
    expect(response.status).toBe(302);
    const location = new URL(response.headers.location!);
    const [cookie = ''] = response.get('Set-Cookie') ?? [];
    return { location, state: location.searchParams.get('state')!, cookie };
  };
  /** Lets the provider recognise somebody, and takes what it sends back with them. */
  const signInAtProvider = async (location: URL, email: string) => {
    const url = `${location.href}&login_hint=${email}`;
    const { headers } = await fetch(url, { redirect: 'manual' });
    return Object.fromEntries(new URL(headers.get('location')!).searchParams);
  };
  const comeBack = (parameters: Record<string, string>, cookie: string) =>
    request(app.url).get('/oauth/callback').query(parameters).set('Cookie', cookie.split(';')[0]!);

  it('sends the browser to the provider with a state, a nonce and a PKCE challenge', async () => {
    const { location, state, cookie } = await start();
    expect(location.origin).toBe(provider.issuer);
    expect(Object.fromEntries(location.searchParams)).toEqual({
      client_id: 'authos-sample',
      response_type: 'code',
      redirect_uri: 'https://sample.example/oauth/callback',
      scope: 'openid email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(cookie).toBe(`oauth_state=${state}; Path=/oauth; Max-Age=600; HttpOnly; SameSite=Lax`);
  });

  it('signs in the member whom the provider vouches for', async () => {
    const { location, cookie } = await start();
    const parameters = await signInAtProvider(location, 'owner@acme.example');
    const { body } = await comeBack(parameters, cookie).expect(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 900,
    });

    const { access_token } = body as { access_token: string };
    const me = await request(app.url).get('/auth/me').auth(access_token, { type: 'bearer' });
    expect({ status: me.status, body: me.body as unknown }).toMatchObject({
      status: 200,
      body: { id: ACME.owner, organizationId: ACME.id },
    });
  });

  it('UNAUTHORIZED answers somebody whom the provider knows and the organization does not', async () => {
    const { location, cookie } = await start();
    const parameters = await signInAtProvider(location, 'owner@globex.example');
    expect(await comeBack(parameters, cookie)).toBeAuthOsError('UNAUTHORIZED', {
      error: 'Nobody with this account is a member of the organization.',
    });
  });

  describe('OAUTH_ERROR', () => {
    it.each(Object.keys(PROVIDER_FAILURES))(
      'answers when the provider exchanges the code for %s, and nothing of what it said',
      async (code) => {
        const { state, cookie } = await start();
        const response = await comeBack({ code, state }, cookie);
        expect(response).toBeAuthOsError('OAUTH_ERROR', {
          error: 'Communication with the OAuth provider failed.',
        });
        expect(JSON.stringify(response.headers)).not.toMatch(/idp-3|127\.0\.0\.1|invalid_grant/);
      },
    );

    it('answers when the provider sends the browser back with an error', async () => {
      const { state, cookie } = await start();
      const parameters = { error: 'access_denied', error_description: '<b>No</b>', state };
      expect(await comeBack(parameters, cookie)).toBeAuthOsError('OAUTH_ERROR', {
        error: 'Communication with the OAuth provider failed.',
      });
    });
  });

  it('IO_ERROR answers when the provider cuts the connection', async () => {
    const { state, cookie } = await start();
    expect(await comeBack({ code: CONNECTION_CUT, state }, cookie)).toBeAuthOsError('IO_ERROR', {
      error: 'A file system or network operation failed.',
    });
  });

  describe('BAD_REQUEST', () => {
    const error = 'This sign-in was not started here, or it took too long.';

    it('answers a state that nobody started with', async () => {
      const response = await comeBack({ code: 'a', state: 'b' }, 'oauth_state=b');
      expect(response).toBeAuthOsError('BAD_REQUEST', { error });
    });

    it('answers a callback in another browser than the one that started', async () => {
      const { location } = await start();
      const parameters = await signInAtProvider(location, 'owner@acme.example');
      const { cookie } = await start();
      expect(await comeBack(parameters, cookie)).toBeAuthOsError('BAD_REQUEST', { error });
    });

    it('answers all but one of those who come back at once', async () => {
      const { location, cookie } = await start();
      const parameters = await signInAtProvider(location, 'owner@acme.example');
      const responses = await Promise.all([1, 2, 3].map(() => comeBack(parameters, cookie)));
      const [winner, ...losers] = responses.toSorted((a, b) => a.status - b.status);
      expect(winner?.status).toBe(200);
      for (const loser of losers) expect(loser).toBeAuthOsError('BAD_REQUEST', { error });
    });

    it('answers a sign-in for no organization', async () => {
      expect(await request(app.url).get('/oauth/login')).toBeAuthOsError('BAD_REQUEST', {
        error: /^organization must be/,
      });
    });
  });
});
