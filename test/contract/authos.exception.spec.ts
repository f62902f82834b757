import { Controller, Get, HttpException } from '@nestjs/common';
import { AUTHOS_ERRORS, type AuthOsErrorCode, AuthOsException } from 'nestjs-authos-errors';
import request from 'supertest';
import { isAuthOsException } from '../../lib/contract/authos.exception.js';
import { PLATFORMS, startApp } from '../support/start-app.js';

@Controller()
class DeviceController {
  @Get()
  poll(): never {
    throw new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.');
  }
}

describe('AuthOsException', () => {
  it.each(Object.keys(AUTHOS_ERRORS) as AuthOsErrorCode[])(
    'is an HttpException with the status and the default text of %s',
    (code) => {
      const exception = new AuthOsException(code);
      expect(exception).toBeInstanceOf(HttpException);
      expect(exception).toMatchObject({
        name: 'AuthOsException',
        code,
        message: AUTHOS_ERRORS[code].message,
      });
      expect(exception.getStatus()).toBe(AUTHOS_ERRORS[code].status);
    },
  );

  it('carries its cause, retryAfter and headers', () => {
    const cause = new Error('disk full');
    const exception = new AuthOsException('AUDIT_ERROR', undefined, {
      cause,
      retryAfter: 5,
      headers: { 'x-a': 'b' },
    });
    expect(exception).toMatchObject({ cause, retryAfter: 5, headers: { 'x-a': 'b' } });
  });

  it.each(['NOPE', 'constructor', '', undefined, 404])('refuses the code %p', (code) => {
    expect(() => new AuthOsException(code as AuthOsErrorCode)).toThrow(
      `AuthOsException: unknown code ${String(code)}; it takes one of UNAUTHORIZED, TOKEN_EXPIRED`,
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses retryAfter %p', (retryAfter) => {
    expect(() => new AuthOsException('TOO_MANY_REQUESTS', undefined, { retryAfter })).toThrow(
      `AuthOsException: retryAfter is ${retryAfter}; it takes a number of seconds from 0`,
    );
  });

  it('is recognised by its brand and by nothing else', () => {
    expect(isAuthOsException(new AuthOsException('FORBIDDEN'))).toBe(true);
    const lookAlike = { name: 'AuthOsException', code: 'FORBIDDEN', message: 'x' };
    expect([lookAlike, null, 'x', undefined].map(isAuthOsException)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it.each(PLATFORMS)(
    'answers status and envelope on %s in an application without the filter',
    async (platform) => {
      const { app, url } = await startApp(platform, { controllers: [DeviceController] });
      const { status, body } = await request(url).get('/');
      await app.close();
      expect({ status, body }).toEqual({
        status: 400,
        body: {
          error: 'Approve the sign-in.',
          error_code: 'DEVICE_CODE_PENDING',
          timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        },
      });
    },
  );
});
