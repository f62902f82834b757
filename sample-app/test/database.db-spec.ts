import request from 'supertest';
import { createFreshDatabase, type FreshDatabase } from './support/fresh-database.js';
import { signUp } from './support/fresh-organization.js';
import { START_TIMEOUT, startSampleApp } from './support/sample-app.process.js';

const SERVER = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

describe('A PostgreSQL server', () => {
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await createFreshDatabase(SERVER);
  });

  afterEach(() => database.drop());

  it(
    'is prepared once, by instances that start at the same time, and keeps what they wrote',
    async () => {
      const start = () => startSampleApp({ DATABASE_URL: database.url });
      const [first, second] = await Promise.all([start(), start()]);
      const { slug } = await signUp(first);
      await request(second.url).get(`/organizations/${slug}`).expect(200);
      await Promise.all([first.stop(), second.stop()]);

      const third = await start();
      await request(third.url).get(`/organizations/${slug}`).expect(200);
      await third.stop();
    },
    START_TIMEOUT,
  );
});
