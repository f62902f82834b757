import { inspect } from 'node:util';
import { AUTHOS_ERRORS } from 'nestjs-authos-errors';
import { SECRET } from '../../../support/expect-failure.js';
import { THROWN_VALUES } from '../../thrown-values.js';
import { expectStatus } from './expect-status.js';
import { type RunningGrpc, startGrpc } from './grpc-server.js';
import { FIRST_PLANS, PlansController } from './plans.controller.js';

const METHODS = [
  { method: 'Find', how: 'throws', values: [] },
  { method: 'Reject', how: 'rejects with', values: [] },
  { method: 'Fail', how: 'has an Observable fail with', values: [] },
  { method: 'Watch', how: 'has a stream of answers fail with', values: FIRST_PLANS },
  { method: 'Upload', how: 'rejects a stream of messages with', values: [] },
  { method: 'Discuss', how: 'has a stream both ways fail with', values: FIRST_PLANS },
];

/** Their texts are for nobody; the log has their fields. */
const OF_LIBRARIES = THROWN_VALUES.filter(({ name }) =>
  /^a (unique violation of|syntax error of|card that)|^an expired token/.test(name),
);

describe('on gRPC', () => {
  let running: RunningGrpc;

  beforeAll(async () => {
    running = await startGrpc({ controllers: [PlansController] });
  });

  afterAll(() => running.close());

  afterEach(() => {
    (running.logger.lines as unknown[]).length = 0;
    (running.reports as unknown[]).length = 0;
  });

  describe.each(METHODS)('what a handler $how', ({ method, values }) => {
    it.each(THROWN_VALUES)('is answered: $name', async ({ name, code, text, retryAfter }) => {
      const outcome = await running.client.call(`Plans/${method}`, { name: 'first' }, { name });
      const { logger, reports } = running;
      expect(outcome.values).toEqual(values);
      expectStatus(outcome.error, { code, text, retryAfter });
      const start = `${AUTHOS_ERRORS[code].status} ${code} gRPC /plans.Plans/${method}: `;
      expect(logger.lines.map(([, line]) => line)).toEqual([expect.stringContaining(start)]);
      expect(reports.map((report) => report.code)).toEqual([code]);
    });
  });

  it.each(OF_LIBRARIES)('the log has nothing that $name says', async ({ name }) => {
    await running.client.call('Plans/Watch', { name });
    expect(running.logger.lines).toHaveLength(1);
    expect(inspect(running.logger.lines, { maxStringLength: null })).not.toContain(SECRET);
  });

  it('knows the libraries of the table', () => {
    expect(OF_LIBRARIES.map(({ code }) => code)).toEqual([
      'DUPLICATE_CONSTRAINT',
      'DUPLICATE_CONSTRAINT',
      'DATABASE_ERROR',
      'TOKEN_EXPIRED',
      'STRIPE_ERROR',
    ]);
  });
});
