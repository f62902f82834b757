// A stranger's test suite, for Jest and for Vitest: both bring these globals.
import type { INestApplication } from '@nestjs/common';
import { ANSWERS, answersOf } from './answers.js';
import { start } from './app.js';

declare const describe: {
  each: (rows: string[]) => (name: string, suite: (row: string) => void) => void;
};
declare const it: (name: string, run: () => Promise<void>) => void;
declare const beforeAll: (run: () => Promise<void>) => void;
declare const afterAll: (run: () => Promise<void>) => void;
declare const expect: (value: unknown) => { toEqual: (expected: unknown) => void };

describe.each(['express', 'fastify'])('the application on %s', (platform) => {
  let app: INestApplication;

  beforeAll(async () => {
    app = await start(platform);
  });
  afterAll(() => app.close());

  it('answers with envelopes', async () => {
    expect(await answersOf(app, Object.keys(ANSWERS))).toEqual(ANSWERS);
  });
});
