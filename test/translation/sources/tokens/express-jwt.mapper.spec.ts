import { expressjwt, type Params } from 'express-jwt';
import jwt from 'jsonwebtoken';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { middlewareError } from '../../../support/servers/middleware-error.js';

const KEY = 'a key of more than 256 bits, for a test';

function refused(authorization: string, options: Partial<Params> = {}): Promise<unknown> {
  const middleware = expressjwt({ secret: KEY, algorithms: ['HS256'], ...options });
  return middlewareError(middleware, '/', { authorization });
}

const bearer = (claims: object) => `Bearer ${jwt.sign({ sub: SECRET, ...claims }, KEY)}`;

describe('express-jwt', () => {
  it('refusing a token that has expired is TOKEN_EXPIRED', async () => {
    expectFailure(await refused(bearer({ exp: 1 })), 'TOKEN_EXPIRED');
  });

  it.each([
    ['that is no token', 'Bearer hunter2'],
    ['of three parts that are none', 'Bearer hunter2.hunter2.hunter2'],
    ['signed with another key', `Bearer ${jwt.sign({}, 'another key')}`],
    ['that is not valid yet', bearer({ nbf: 9_999_999_999 })],
  ])('refusing a token %s is JWT_ERROR', async (_name, authorization) => {
    expectFailure(await refused(authorization), 'JWT_ERROR');
  });

  it('refusing a token of another issuer is JWT_ERROR, and the expected one stays', async () => {
    const error = await refused(bearer({}), { issuer: SECRET });
    expectFailureWithSecret(error, 'JWT_ERROR');
  });

  it.each([
    ['without credentials', ''],
    ['with credentials of another scheme', 'Basic hunter2'],
    ['with credentials of another format', 'Bearer of hunter2'],
  ])('refusing a request %s is UNAUTHORIZED', async (_name, authorization) => {
    expectFailure(await refused(authorization), 'UNAUTHORIZED');
  });

  it('refusing a token that the application revoked is UNAUTHORIZED', async () => {
    expectFailure(await refused(bearer({}), { isRevoked: () => true }), 'UNAUTHORIZED');
  });

  it('knowing no key for the token is JWT_ERROR', async () => {
    const error = await refused(bearer({}), { secret: () => undefined as unknown as string });
    expectFailure(error, 'JWT_ERROR');
  });

  it.each([
    ['with a secret that is no key', { secret: () => ({}) as unknown as string }],
    ['with a maxAge that is none', { maxAge: 'hunter2' }],
  ])('%s is the server’s fault', async (_name, options) => {
    expectFailure(await refused(bearer({}), options), 'INTERNAL_SERVER_ERROR');
  });

  it('whose callback for the secret fails is the server’s fault, and the reason stays', async () => {
    const error = await refused(bearer({}), {
      secret: () => Promise.reject(new Error(`${SECRET} is down`)),
    });
    expectFailureWithSecret(error, 'INTERNAL_SERVER_ERROR');
  });

  it.each([
    ['an UnauthorizedError of an upstream', { status: 401, code: 'credentials_required' }],
    ['another error of that status', { name: 'Other', status: 401, code: 'x', inner: {} }],
    ['an UnauthorizedError with a number', { status: 401, code: 7, inner: {} }],
    ['an UnauthorizedError of another status', { status: 403, code: 'x', inner: {} }],
  ])('is not what throws %s', (_name, properties) => {
    const error = Object.assign(new Error('x'), { name: 'UnauthorizedError' }, properties);
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
