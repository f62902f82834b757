import { jest } from '@jest/globals';
import { AuthApiError, AuthClient } from '@supabase/auth-js';
import jwt from 'jsonwebtoken';
import type { AuthOsErrorCode } from 'nestjs-authos-errors';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { startBrokenServer } from '../../../support/servers/broken-answers.js';
import { type LoopbackServer, refusingPort } from '../../../support/servers/loopback.server.js';

/** What Supabase Auth answers, by the part of the path that says so: its status, and its code. */
const REFUSALS: readonly [
  path: string,
  status: number,
  code: string | undefined,
  AuthOsErrorCode,
][] = [
  ['a bad token', 403, 'bad_jwt', 'JWT_ERROR'],
  ['a refresh token that it does not know', 400, 'refresh_token_not_found', 'JWT_ERROR'],
  ['a refresh token that was used', 400, 'refresh_token_already_used', 'JWT_ERROR'],
  ['a session that has expired', 403, 'session_expired', 'TOKEN_EXPIRED'],
  ['a session that has ended', 403, 'session_not_found', 'UNAUTHORIZED'],
  ['no token', 401, 'no_authorization', 'UNAUTHORIZED'],
  ['a wrong password', 400, 'invalid_credentials', 'UNAUTHORIZED'],
  ['a user who is banned', 403, 'user_banned', 'UNAUTHORIZED'],
  ['an email that is taken', 422, 'email_exists', 'DUPLICATE_CONSTRAINT'],
  ['a phone that is taken', 422, 'phone_exists', 'DUPLICATE_CONSTRAINT'],
  ['a user who is there already', 422, 'user_already_exists', 'DUPLICATE_CONSTRAINT'],
  ['a wrong key of ours', 401, undefined, 'INTERNAL_SERVER_ERROR'],
  ['no admin', 403, 'not_admin', 'INTERNAL_SERVER_ERROR'],
  ['too many requests', 429, 'over_request_rate_limit', 'IO_ERROR'],
  ['a failure', 503, 'unexpected_failure', 'IO_ERROR'],
];

describe('Supabase Auth', () => {
  let server: LoopbackServer;

  beforeAll(async () => {
    // It writes down what fails on its way.
    jest.spyOn(console, 'error').mockImplementation(() => {});
    server = await startBrokenServer((request, response) => {
      const index = Number(request.url?.split('/')[1]);
      const [, status, code] = REFUSALS[index] ?? ['', 404, undefined];
      response.writeHead(status, {
        'content-type': 'application/json',
        'x-supabase-api-version': '2024-01-01',
      });
      response.end(JSON.stringify({ code, message: SECRET }));
    });
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await server.stop();
  });

  const client = (path: string, url = server.url) =>
    new AuthClient({ url: `${url}/${path}`, autoRefreshToken: false, persistSession: false });

  /** supabase-js returns its errors; an application throws them. */
  async function asking(path: string, url?: string): Promise<unknown> {
    return (await client(path, url).getUser(jwt.sign({}, 'a key'))).error;
  }

  it.each(REFUSALS.map(([name, , , code], index) => [name, code, index] as const))(
    'answering with %s is %s, and its text stays',
    async (_name, code, index) => {
      const error = await asking(String(index));
      expect(error).toMatchObject({ __isAuthError: true });
      expectFailure(error, code);
    },
  );

  it('keeps what it says to itself', async () => {
    expectFailureWithSecret(await asking('0'), 'JWT_ERROR');
  });

  it('ending a session, constructed as its older versions do, is UNAUTHORIZED', () => {
    expectFailureWithSecret(new AuthApiError(SECRET, 403, 'session_not_found'), 'UNAUTHORIZED');
  });

  it('without a session is UNAUTHORIZED', async () => {
    expectFailure((await client('0').getUser()).error, 'UNAUTHORIZED');
  });

  it.each([
    ['cuts the connection', async () => asking('cut')],
    ['answers HTML with 502', async () => asking('html')],
    ['is down', async () => asking('0', `http://127.0.0.1:${await refusingPort()}`)],
  ])('that %s is IO_ERROR', async (_name, call) => {
    expectFailure(await call(), 'IO_ERROR');
  });

  it.each([
    ['has expired', jwt.sign({ exp: 1 }, 'a key'), 'TOKEN_EXPIRED'],
    ['is none', SECRET, 'JWT_ERROR'],
  ] as const)('reading a token itself that %s tells it', async (_name, token, code) => {
    const { error } = await client('0').getClaims(token);
    expect(error).toMatchObject({ code: 'invalid_jwt' });
    expectFailure(error, code);
  });

  it('is not what throws an error that merely carries its code', () => {
    expectFailure(
      Object.assign(new Error('x'), { code: 'bad_jwt', status: 403 }),
      'INTERNAL_SERVER_ERROR',
    );
  });
});
