import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { expectFailure } from '../../../support/expect-failure.js';
import { middlewareError } from '../../../support/servers/middleware-error.js';

describe('passport as a middleware that fails with an error', () => {
  it('refusing a request without a token is UNAUTHORIZED', async () => {
    const strategy = new Strategy(
      { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: 'a key' },
      (_claims, done) => done(null, {}),
    );
    const options = { session: false, failWithError: true };
    const error = await middlewareError(passport.authenticate(strategy, options), '/');
    expect(error).toMatchObject({ name: 'AuthenticationError' });
    expectFailure(error, 'UNAUTHORIZED');
  });

  it.each([
    ['with another text', { name: 'AuthenticationError', status: 401, message: 'Who are you?' }],
    ['of another status', { name: 'AuthenticationError', status: 403, message: 'Unauthorized' }],
    ['of another name', { name: 'Error', status: 401, message: 'Unauthorized' }],
  ])('is not an error %s', (_name, properties) => {
    const error = Object.assign(Object.create(Error.prototype) as Error, properties);
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });

  it('is not an error of the application with the same fields', () => {
    const error = Object.assign(new Error('Unauthorized'), {
      name: 'AuthenticationError',
      status: 401,
    });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
