import request from 'supertest';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import { ACME, HOOLI } from './support/seeds.js';
import './support/to-be-authos-error.js';

describe.each(['express', 'fastify'])('Usage and notifications, on %s', (PLATFORM) => {
  let app: SampleApp;

  beforeAll(async () => {
    app = await startSampleApp({ PLATFORM });
  }, START_TIMEOUT);

  afterAll(() => app.stop());

  const report = async ({ id, owner }: typeof ACME) =>
    request(app.url)
      .get('/usage')
      .auth(await app.token({ sub: owner, organizationId: id }), { type: 'bearer' });
  const notify = async (to: string) =>
    request(app.url)
      .post('/notifications')
      .auth(await app.token(), { type: 'bearer' })
      .send({ to, text: 'Your service is down.' });

  it('reports what is left of the quota', async () => {
    const { status, body } = await report(ACME);
    expect({ status, body: body as unknown }).toEqual({
      status: 200,
      body: [{ serviceId: expect.any(String), signIns: 1250, remaining: 8750 }],
    });
  });

  it('INTERNAL_SERVER_ERROR answers for services whose settings have no quota', async () => {
    expect(await report(HOOLI)).toBeAuthOsError('INTERNAL_SERVER_ERROR', {
      error: 'An unexpected error occurred.',
    });
  });

  it('hands a message to the gateway', async () => {
    const { status, body } = await notify('+15550100');
    expect({ status, body: body as unknown }).toEqual({
      status: 202,
      body: { id: expect.any(String), parts: 1 },
    });
  });

  it('GENERIC_ERROR answers when the gateway fails with a string', async () => {
    const response = await notify('+491710000000');
    expect(response).toBeAuthOsError('GENERIC_ERROR', { error: 'An internal error occurred.' });
    expect(JSON.stringify(response.headers)).not.toMatch(/E-105|smsc|sms-4711|\+49171/);
  });

  it('BAD_REQUEST answers what is no phone number', async () => {
    expect(await notify('the boss')).toBeAuthOsError('BAD_REQUEST', {
      error: 'to must be a phone number such as +15550100',
    });
  });
});
