import request from 'supertest';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import { GLOBEX } from './support/seeds.js';
import './support/to-be-authos-error.js';

interface DeviceCode {
  device_code: string;
  user_code: string;
  verification_uri: string;
}

describe.each(['express', 'fastify'])('Device login, on %s', (PLATFORM) => {
  let app: SampleApp;

  beforeAll(async () => {
    app = await startSampleApp({ PLATFORM });
  }, START_TIMEOUT);

  afterAll(() => app.stop());

  const start = async () =>
    (await request(app.url).post('/device/code').expect(200)).body as DeviceCode;
  const poll = (device_code: string) =>
    request(app.url).post('/device/token').send({ device_code });
  const approve = async (user_code: string) =>
    request(app.url)
      .post('/device/approve')
      .auth(await app.token({ sub: GLOBEX.owner, organizationId: GLOBEX.id }), { type: 'bearer' })
      .send({ user_code });

  it('starts with a code for the device and one for its user', async () => {
    const { body } = await request(app.url).post('/device/code').expect(200);
    expect(body).toEqual({
      device_code: expect.stringMatching(/^[\w-]{43}$/),
      user_code: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/),
      verification_uri: expect.stringMatching(/^http:.*\/device$/),
      expires_in: 600,
      interval: 5,
    });
  });

  it('DEVICE_CODE_PENDING answers until somebody approves, and says when to ask again', async () => {
    const { device_code } = await start();
    const response = await poll(device_code);
    expect(response).toBeAuthOsError('DEVICE_CODE_PENDING', {
      error: 'Authorization is still pending.',
    });
    expect(response.headers['retry-after']).toBe('5');
  });

  describe('DEVICE_CODE_EXPIRED', () => {
    it('answers the device that waited too long', async () => {
      const response = await poll('expired-device-code');
      expect(response).toBeAuthOsError('DEVICE_CODE_EXPIRED', {
        error: 'The device code has expired.',
      });
      expect(response.headers).not.toHaveProperty('retry-after');
    });

    it('answers the user who approves too late', async () => {
      expect(await approve('DVCX-PRSD')).toBeAuthOsError('DEVICE_CODE_EXPIRED');
    });
  });

  it('signs the device in as the member who approved it', async () => {
    const { device_code, user_code } = await start();
    expect((await approve(user_code)).status).toBe(204);

    const { body } = await poll(device_code).expect(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 900,
    });
    const { access_token } = body as { access_token: string };
    const me = await request(app.url).get('/auth/me').auth(access_token, { type: 'bearer' });
    expect({ status: me.status, body: me.body as unknown }).toMatchObject({
      status: 200,
      body: { id: GLOBEX.owner, organizationId: GLOBEX.id, role: 'owner' },
    });
  });

  describe('the page behind verification_uri', () => {
    const load = async () => {
      const { verification_uri, ...device } = await start();
      return { ...device, response: await fetch(verification_uri), uri: verification_uri };
    };

    it('is HTML that nobody frames, and that loads its own files and nothing else', async () => {
      const { response, uri } = await load();
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
      });

      const html = await response.text();
      const loaded = [...html.matchAll(/ (?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
      const types = loaded.map(async (path) => {
        const { status, headers } = await fetch(new URL(path, uri));
        return [path, status, headers.get('content-type'), headers.get('x-content-type-options')];
      });
      expect(await Promise.all(types)).toEqual([
        ['/device/page.css', 200, 'text/css; charset=utf-8', 'nosniff'],
        ['/device/page.js', 200, 'text/javascript; charset=utf-8', 'nosniff'],
      ]);
    });

    it('has a label for every field', async () => {
      const html = await (await load()).response.text();
      const fields = [...html.matchAll(/<input\s+id="([^"]+)"/g)].map(([, id]) => id);
      const labels = [...html.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id);
      expect(labels).toEqual(fields);
      expect(fields).toEqual(['organization', 'email', 'password', 'user-code']);
    });

    it('has forms that sign a user in and approve the device', async () => {
      const { response, uri, device_code, user_code } = await load();
      const [signIn, approval, ...others] = formsOf(await response.text());
      expect([signIn?.fields, approval?.fields, others]).toEqual([
        ['organization', 'email', 'password'],
        ['user_code'],
        [],
      ]);

      const signedIn = await fetch(new URL(signIn!.action, uri), {
        method: signIn!.method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          organization: 'globex',
          email: 'owner@globex.example',
          password: 'correct horse battery staple',
        }),
      });
      const { access_token } = (await signedIn.json()) as { access_token: string };
      const approved = await fetch(new URL(approval!.action, uri), {
        method: approval!.method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${access_token}` },
        body: JSON.stringify({ user_code }),
      });
      expect(approved.status).toBe(204);
      await poll(device_code).expect(200);
    });
  });

  describe('NOT_FOUND', () => {
    it('answers an unknown code, without repeating it', async () => {
      expect(await poll('a-guess')).toBeAuthOsError('NOT_FOUND', {
        error: 'The requested resource does not exist.',
      });
    });

    it('answers a code that was used', async () => {
      const { device_code, user_code } = await start();
      await approve(user_code);
      await poll(device_code).expect(200);
      expect(await poll(device_code)).toBeAuthOsError('NOT_FOUND');
    });

    it('answers all but one of those who use a code at once', async () => {
      const { device_code, user_code } = await start();
      await approve(user_code);
      const responses = await Promise.all([1, 2, 3].map(() => poll(device_code)));
      const [winner, ...losers] = responses.toSorted((a, b) => a.status - b.status);
      expect(winner?.status).toBe(200);
      for (const loser of losers) expect(loser).toBeAuthOsError('NOT_FOUND');
    });

    it('answers who approves what somebody approved already', async () => {
      const { user_code } = await start();
      await approve(user_code);
      expect(await approve(user_code)).toBeAuthOsError('NOT_FOUND');
    });
  });

  it('BAD_REQUEST answers a user code of the wrong shape', async () => {
    expect(await approve('AEIO-1234')).toBeAuthOsError('BAD_REQUEST', {
      error: 'user_code must look like WDJB-MJHT',
    });
  });

  it('UNAUTHORIZED answers an approval by nobody', async () => {
    const { user_code } = await start();
    const response = await request(app.url).post('/device/approve').send({ user_code });
    expect(response).toBeAuthOsError('UNAUTHORIZED');
  });

  it('OAUTH_ERROR answers who would rather sign in with a provider, where none is set up', async () => {
    const response = await request(app.url).get('/oauth/login').query({ organization: 'acme' });
    expect(response).toBeAuthOsError('OAUTH_ERROR', {
      error: 'Sign-in with a provider is not set up here.',
    });
    expect(response.headers).not.toHaveProperty('set-cookie');
  });
});

function formsOf(html: string) {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, head, content]) => ({
    action: / action="([^"]+)"/.exec(head!)![1]!,
    method: / method="([^"]+)"/.exec(head!)![1]!,
    fields: [...content!.matchAll(/<input[^>]* name="([^"]+)"/g)].map(([, name]) => name),
  }));
}
