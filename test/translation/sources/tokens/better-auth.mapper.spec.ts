import type { AuthOsErrorCode } from 'nestjs-authos-errors';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { thrownBy } from '../../../support/thrown-by.js';

const USER = { name: 'A', email: 'hunter2@example.com', password: 'the right password' };

describe('better-auth', () => {
  const auth = betterAuth({
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    secret: 'a secret of more than 32 characters, hunter2',
    baseURL: 'http://127.0.0.1',
    emailAndPassword: { enabled: true },
    logger: { disabled: true },
  });

  beforeAll(async () => {
    await auth.api.signUpEmail({ body: USER });
  });

  it('refusing a password is UNAUTHORIZED', async () => {
    const body = { email: USER.email, password: 'the wrong password' };
    const error = await thrownBy(() => auth.api.signInEmail({ body }));
    expect(error).toMatchObject({ name: 'APIError', status: 'UNAUTHORIZED' });
    expectFailure(error, 'UNAUTHORIZED');
  });

  it('refusing a request without a session is UNAUTHORIZED', async () => {
    const error = await thrownBy(() => auth.api.listSessions({ headers: new Headers() }));
    expectFailure(error, 'UNAUTHORIZED');
  });

  it('refusing a user who is there already is DUPLICATE_CONSTRAINT', async () => {
    expectFailure(
      await thrownBy(() => auth.api.signUpEmail({ body: USER })),
      'DUPLICATE_CONSTRAINT',
    );
  });

  it.each([
    ['a body that is none', () => auth.api.signInEmail({ body: { email: 7 } as never })],
    ['a short password', () => auth.api.signUpEmail({ body: { ...USER, password: 'x' } })],
  ])('refusing %s is BAD_REQUEST', async (_name, call) => {
    expectFailure(await thrownBy(call), 'BAD_REQUEST');
  });

  it('refusing a token to reset a password is JWT_ERROR', async () => {
    const body = { newPassword: 'a new password', token: SECRET };
    expectFailure(await thrownBy(() => auth.api.resetPassword({ body })), 'JWT_ERROR');
  });

  it.each<[ConstructorParameters<typeof APIError>[0], string | undefined, AuthOsErrorCode]>([
    ['UNAUTHORIZED', 'TOKEN_EXPIRED', 'TOKEN_EXPIRED'],
    ['UNAUTHORIZED', 'SESSION_EXPIRED', 'TOKEN_EXPIRED'],
    ['UNPROCESSABLE_ENTITY', 'USER_ALREADY_EXISTS', 'DUPLICATE_CONSTRAINT'],
    ['FORBIDDEN', undefined, 'FORBIDDEN'],
    ['NOT_FOUND', undefined, 'NOT_FOUND'],
    ['TOO_MANY_REQUESTS', undefined, 'TOO_MANY_REQUESTS'],
    [404, undefined, 'NOT_FOUND'],
    ['INTERNAL_SERVER_ERROR', undefined, 'INTERNAL_SERVER_ERROR'],
  ])('with the status %s and the code %s, constructed, is %s', (status, code, expected) => {
    expectFailureWithSecret(new APIError(status, { message: SECRET, code }), expected);
  });

  it('without a body, constructed, is told by its status', () => {
    expectFailure(new APIError('FORBIDDEN'), 'FORBIDDEN');
  });

  it.each([
    ['has no status in words', { status: 401 }],
    ['has no body', { status: 'UNAUTHORIZED', body: undefined }],
    ['has another name', { name: 'Error', status: 'UNAUTHORIZED' }],
    ['has no code of a status', { status: 'UNAUTHORIZED', statusCode: '401' }],
  ])('is not what throws an error that %s', (_name, properties) => {
    const error = Object.assign(
      new Error('x'),
      { name: 'APIError', body: {}, statusCode: 401 },
      properties,
    );
    if (error.body === undefined) delete (error as { body?: object }).body;
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
