import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PLATFORMS } from '../support/start-app.js';

const APPLICATION = fileURLToPath(new URL('../native/problem-details.js', import.meta.url));

const PROBLEM = 'application/problem+json; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

type Stage = 'before' | 'after' | 'mapped';

function problem(status: number, type: string, title: string, more: object = {}): object {
  const body = { type: `https://example.com/problems/${type}`, title, status, ...more };
  return { status, type: PROBLEM, retryAfter: null, body };
}

function envelope(status: number, error_code: string, error: string): object {
  return { status, type: JSON_TYPE, retryAfter: null, body: { error, error_code } };
}

const AFTER = {
  missing: envelope(404, 'NOT_FOUND', 'There is no plan gold.'),
  teapot: envelope(400, 'BAD_REQUEST', 'Short and stout.'),
  conflict: envelope(400, 'DUPLICATE_CONSTRAINT', 'The slug is taken.'),
  unavailable: envelope(500, 'INTERNAL_SERVER_ERROR', 'An unexpected error occurred.'),
  unknown: envelope(500, 'INTERNAL_SERVER_ERROR', 'An unexpected error occurred.'),
  invalid: envelope(400, 'BAD_REQUEST', 'email must be an email; name should not be empty'),
  // More than the message says.
  fields: envelope(400, 'BAD_REQUEST', 'email: must be an email'),
  seats: envelope(403, 'FORBIDDEN', 'All seats are taken.'),
  nowhere: envelope(404, 'NOT_FOUND', 'Cannot GET /nowhere'),
};

const ANSWERS: Record<Stage, object> = {
  before: {
    missing: problem(404, 'not-found', 'There is no plan gold.', { detail: 'Not Found' }),
    teapot: problem(418, 'i-am-a-teapot', 'Short and stout.'),
    conflict: problem(409, 'conflict', 'The slug is taken.', { detail: 'Conflict' }),
    unavailable: problem(503, 'service-unavailable', 'secret', { detail: 'Service Unavailable' }),
    // The filter catches HttpExceptions only: this is the answer of Nest.
    unknown: {
      status: 500,
      type: JSON_TYPE,
      retryAfter: null,
      body: { statusCode: 500, message: 'Internal server error' },
    },
    invalid: problem(400, 'bad-request', 'Bad Request', {
      detail: 'Bad Request',
      errors: ['email must be an email', 'name should not be empty'],
    }),
    fields: problem(400, 'bad-request', 'Validation failed', {
      errors: { email: ['must be an email'] },
    }),
    seats: {
      ...problem(403, 'seats-exhausted', 'All seats are taken.', {
        detail: 'Your plan has 3 seats.',
        instance: '/members',
        seats: 3,
      }),
      retryAfter: '3600',
    },
    nowhere: problem(404, 'not-found', 'Cannot GET /nowhere', { detail: 'Not Found' }),
  },
  after: AFTER,
  mapped: {
    ...AFTER,
    seats: {
      ...envelope(400, 'TEAM_LIMIT_EXCEEDED', 'Your plan has 3 seats.'),
      retryAfter: '3600',
    },
  },
};

async function answersOf(platform: string, stage: Stage): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [APPLICATION, platform, stage]);
  return JSON.parse(stdout) as unknown;
}

describe.each(PLATFORMS)('an application of nest-problem-details-filter on %s', (platform) => {
  it('answers with problems', async () => {
    expect(await answersOf(platform, 'before')).toEqual(ANSWERS.before);
  }, 30_000);

  it('answers with envelopes of the same texts after the move, and with no text of a 5xx', async () => {
    expect(await answersOf(platform, 'after')).toEqual(ANSWERS.after);
  }, 30_000);

  it('has the code of a problem’s type with a mapper', async () => {
    expect(await answersOf(platform, 'mapped')).toEqual(ANSWERS.mapped);
  }, 30_000);
});
