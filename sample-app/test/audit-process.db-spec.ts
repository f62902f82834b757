import request from 'supertest';
import { describeAuditProcess } from './support/describe-audit-process.js';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';
import './support/to-be-authos-error.js';

const NATS_URL = process.env.NATS_URL ?? 'nats://127.0.0.1:4222';

describe('An audit log in a process of its own, over NATS', () => describeAuditProcess(NATS_URL));

describe('An audit log in the same process, over NATS', () => {
  let app: SampleApp;

  beforeAll(async () => {
    app = await startSampleApp({ NATS_URL });
  }, START_TIMEOUT);

  afterAll(() => app.stop());

  it('records what happens', async () => {
    const bearer = [await app.token(), { type: 'bearer' }] as const;
    await request(app.url)
      .patch('/organization')
      .auth(...bearer)
      .send({ name: 'Acme over NATS' })
      .expect(200);
    const { body } = await request(app.url)
      .get('/audit-log')
      .auth(...bearer)
      .expect(200);
    expect(body).toMatchObject({ items: [{ detail: 'Acme over NATS' }, {}] });
  });
});
