import { randomBytes } from 'node:crypto';
import { authOsError } from 'nestjs-authos-errors/testing';
import request from 'supertest';
import { type SampleApp, START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';

const REDIS_URL = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

describe.each(['express', 'fastify'])('Rate limits in Redis, on %s', (PLATFORM) => {
  let instances: SampleApp[];

  beforeAll(async () => {
    instances = await Promise.all([1, 2].map(() => startSampleApp({ PLATFORM, REDIS_URL })));
  }, START_TIMEOUT);

  afterAll(() => Promise.all(instances.map((instance) => instance.stop())));

  it('are shared by the instances', async () => {
    const email = `${randomBytes(6).toString('hex')}@acme.example`;
    const guess = (attempt: number) =>
      request(instances[attempt % 2]!.url)
        .post('/auth/token')
        .send({ organization: 'acme', email, password: 'a guess' });

    for (let attempt = 1; attempt <= 5; attempt++) {
      const { headers } = await guess(attempt).expect(authOsError('UNAUTHORIZED'));
      expect(headers['x-ratelimit-remaining-sign-in']).toBe(String(5 - attempt));
    }
    await guess(6).expect(authOsError('TOO_MANY_REQUESTS'));
    await guess(7).expect(authOsError('TOO_MANY_REQUESTS'));
  });
});
