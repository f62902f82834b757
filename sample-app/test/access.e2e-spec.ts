import { randomUUID } from 'node:crypto';
import { authOsError } from 'nestjs-authos-errors/testing';
import request from 'supertest';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import { ACME, GLOBEX, INITECH, UMBRELLA } from './support/seeds.js';
import { TokenSigner } from './support/token-signer.js';
import './support/to-be-authos-error.js';

describe.each(['express', 'fastify'])('Access, on %s', (PLATFORM) => {
  let app: SampleApp;

  beforeAll(async () => {
    app = await startSampleApp({ PLATFORM });
  }, START_TIMEOUT);

  afterAll(() => app.stop());

  const get = (path: string, token: string) =>
    request(app.url).get(path).auth(token, { type: 'bearer' });
  const signIn = (credentials: object) => request(app.url).post('/auth/token').send(credentials);

  describe('UNAUTHORIZED', () => {
    it('answers a request without a token, and counts it', async () => {
      const { headers } = await request(app.url)
        .get('/auth/me')
        .expect(authOsError('UNAUTHORIZED', { error: 'A bearer token is required.' }));
      expect(headers).toMatchObject({ 'www-authenticate': 'Bearer', 'x-ratelimit-limit': '300' });
    });

    it.each(['Basic b3duZXI6cGFzc3dvcmQ=', 'Bearer', 'Bearer a b'])(
      'answers credentials that are no bearer token: %s',
      async (authorization) => {
        const response = await request(app.url).get('/auth/me').set({ authorization });
        expect(response).toBeAuthOsError('UNAUTHORIZED', { error: 'A bearer token is required.' });
      },
    );

    it.each([
      { who: 'a wrong password', organization: 'acme', email: 'owner@acme.example' },
      { who: 'somebody unknown', organization: 'acme', email: 'stranger@acme.example' },
      {
        who: 'a member of another organization',
        organization: 'acme',
        email: 'owner@globex.example',
      },
    ])('answers $who alike', async ({ organization, email }) => {
      const response = await signIn({ organization, email, password: 'not the password' });
      expect(response).toBeAuthOsError('UNAUTHORIZED', {
        error: 'The organization, the email or the password is wrong.',
      });
    });
  });

  it('lets in who signs in with the right password', async () => {
    const signedIn = await signIn({
      organization: 'globex',
      email: 'owner@globex.example',
      password: 'correct horse battery staple',
    }).expect(200);
    expect(signedIn.body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 900,
    });

    const { access_token } = signedIn.body as { access_token: string };
    const me = await get('/auth/me', access_token).expect(200);
    expect(me.body).toEqual({
      id: GLOBEX.owner,
      organizationId: GLOBEX.id,
      email: 'owner@globex.example',
      name: 'Owner of Globex',
      role: 'owner',
      createdAt: expect.any(String),
    });
  });

  it('publishes the key that verifies its tokens, and not the one that signs them', async () => {
    const { body } = await request(app.url).get('/.well-known/jwks.json').expect(200);
    expect(body).toEqual({
      keys: [
        {
          kty: 'RSA',
          kid: expect.any(String),
          alg: 'RS256',
          use: 'sig',
          n: expect.any(String),
          e: 'AQAB',
        },
      ],
    });
  });

  it('TOKEN_EXPIRED answers a token that was good once', async () => {
    const { headers } = await get('/auth/me', await app.token({ exp: '-1s' })).expect(
      authOsError('TOKEN_EXPIRED'),
    );
    expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  });

  describe('JWT_ERROR', () => {
    it('answers what is no JWT at all', async () => {
      const { headers } = await get('/auth/me', 'not-a-jwt').expect(authOsError('JWT_ERROR'));
      expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    });

    it('answers a token whose claims were changed after it was signed', async () => {
      const [header, , signature] = (await app.token({ role: 'member' })).split('.');
      const [, payload] = (await app.token({ role: 'owner' })).split('.');
      const response = await get('/auth/me', [header, payload, signature].join('.'));
      expect(response).toBeAuthOsError('JWT_ERROR');
    });

    it('answers a token that somebody else signed', async () => {
      const response = await get('/auth/me', await new TokenSigner().sign());
      expect(response).toBeAuthOsError('JWT_ERROR');
    });

    it('answers a token that is not signed', async () => {
      const [, payload] = (await app.token()).split('.');
      const header = Buffer.from('{"alg":"none"}').toString('base64url');
      expect(await get('/auth/me', `${header}.${payload}.`)).toBeAuthOsError('JWT_ERROR');
    });
  });

  describe('FORBIDDEN', () => {
    it('answers a caller whose role does not suffice', async () => {
      const response = await get('/audit-log', await app.token({ role: 'member' }));
      expect(response).toBeAuthOsError('FORBIDDEN', {
        error: 'This takes one of the roles: owner, admin.',
      });
    });

    it('answers a caller whose organization is gone', async () => {
      const response = await get('/services', await app.token({ organizationId: randomUUID() }));
      expect(response).toBeAuthOsError('FORBIDDEN');
    });
  });

  it.each([
    ['pending', INITECH.id],
    ['suspended', UMBRELLA.id],
  ])(
    'ORGANIZATION_NOT_ACTIVE answers for an organization that is %s',
    async (_, organizationId) => {
      const response = await get('/services', await app.token({ organizationId }));
      expect(response).toBeAuthOsError('ORGANIZATION_NOT_ACTIVE');
    },
  );

  describe('FEATURE_NOT_AVAILABLE_IN_TIER', () => {
    const configureSso = async (organizationId: string) =>
      request(app.url)
        .put('/organization/sso')
        .auth(await app.token({ organizationId }), { type: 'bearer' })
        .send({ metadataUrl: 'https://idp.example/metadata' });

    it('answers for a tier without the feature', async () => {
      expect(await configureSso(GLOBEX.id)).toBeAuthOsError('FEATURE_NOT_AVAILABLE_IN_TIER');
    });

    it('stays away from a tier with the feature', async () => {
      const { status, body } = await configureSso(ACME.id);
      expect({ status, body }).toMatchObject({
        status: 200,
        body: { slug: 'acme', ssoMetadataUrl: 'https://idp.example/metadata' },
      });
    });
  });

  it('TOO_MANY_REQUESTS answers the sixth attempt on one account within a minute', async () => {
    const guess = (email: string) => signIn({ organization: 'hooli', email, password: 'a guess' });
    for (let attempt = 1; attempt <= 5; attempt++) {
      await guess('victim@hooli.example').expect(authOsError('UNAUTHORIZED'));
    }

    const { headers } = await guess('victim@hooli.example').expect(
      authOsError('TOO_MANY_REQUESTS'),
    );
    expect(headers['retry-after']).toMatch(/^[1-9]\d*$/);
    await guess('other@hooli.example').expect(authOsError('UNAUTHORIZED'));
  });
});
