import { inspect } from 'node:util';
import { Controller, Get, HttpException } from '@nestjs/common';
import {
  AUTHOS_ERRORS,
  type AuthOsErrorCode,
  AuthOsException,
  type AuthOsExceptionOptions,
} from 'nestjs-authos-errors';
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

  it.each([0, 0.5, Number.MAX_SAFE_INTEGER])('takes retryAfter %p', (retryAfter) => {
    expect(new AuthOsException('TOO_MANY_REQUESTS', undefined, { retryAfter })).toMatchObject({
      retryAfter,
    });
  });

  it.each([null, 404, {}])('refuses the message %p', (message) => {
    expect(() => new AuthOsException('NOT_FOUND', message as unknown as string)).toThrow(
      new TypeError(`AuthOsException: the message is ${inspect(message)}; it takes a string`),
    );
  });

  it.each(['NOPE', 'constructor', '', undefined, 404, ['NOT_FOUND']])(
    'refuses the code %p',
    (code) => {
      expect(() => new AuthOsException(code as AuthOsErrorCode)).toThrow(
        `AuthOsException: the code is ${inspect(code, { depth: 0 })}; it takes one of UNAUTHORIZED, TOKEN_EXPIRED`,
      );
    },
  );

  it.each([null, 'x-a: b', 5])('refuses the headers %p', (value) => {
    const options = { headers: value } as unknown as AuthOsExceptionOptions;
    expect(() => new AuthOsException('NOT_FOUND', undefined, options)).toThrow(
      `AuthOsException: option headers is ${inspect(value)}; it takes an object of strings`,
    );
  });

  it('takes an option without a value for one that is not given', () => {
    const options = { retryAfter: undefined, headers: undefined, captureStackTrace: undefined };
    expect(new AuthOsException('NOT_FOUND', undefined, options)).toMatchObject({
      retryAfter: undefined,
      headers: undefined,
    });
  });

  it('refuses an option that does not exist', () => {
    const options = { retryafter: 5 } as AuthOsExceptionOptions;
    expect(() => new AuthOsException('TOO_MANY_REQUESTS', undefined, options)).toThrow(
      "AuthOsException: unknown option 'retryafter'; the options are cause, retryAfter, headers, captureStackTrace",
    );
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '5'])(
    'refuses retryAfter %p',
    (value) => {
      const retryAfter = value as number;
      expect(() => new AuthOsException('TOO_MANY_REQUESTS', undefined, { retryAfter })).toThrow(
        `AuthOsException: option retryAfter is ${inspect(value)}; it takes a number of seconds from 0`,
      );
    },
  );

  describe('the stack', () => {
    const { NODE_ENV } = process.env;
    const { stackTraceLimit } = Error;
    const FRAMES = /^AuthOsException: .*\n {4}at .*authos\.exception\.spec/s;
    const HEADER = 'AuthOsException: Approve it.';

    afterEach(() => {
      process.env.NODE_ENV = NODE_ENV;
      Object.defineProperty(Error, 'stackTraceLimit', { value: stackTraceLimit, writable: true });
    });

    function stackOf(
      code: AuthOsErrorCode,
      options?: AuthOsExceptionOptions,
    ): { stack?: string; limit: number } {
      const { stack } = new AuthOsException(code, 'Approve it.', options);
      return { stack, limit: Error.stackTraceLimit };
    }

    it('is the header alone for a 4xx in production', () => {
      process.env.NODE_ENV = 'production';
      expect(stackOf('DEVICE_CODE_PENDING')).toEqual({ stack: HEADER, limit: stackTraceLimit });
    });

    it.each<[string, string, AuthOsErrorCode, AuthOsExceptionOptions]>([
      [
        'a 4xx that asks for them',
        'production',
        'DEVICE_CODE_PENDING',
        { captureStackTrace: true },
      ],
      ['a 5xx', 'production', 'AUDIT_ERROR', {}],
      ['a 4xx', 'development', 'DEVICE_CODE_PENDING', {}],
      ['a 4xx', 'test', 'DEVICE_CODE_PENDING', {}],
    ])('has the frames for %s in %s', (_what, environment, code, options) => {
      process.env.NODE_ENV = environment;
      expect(stackOf(code, options)).toEqual({
        stack: expect.stringMatching(FRAMES),
        limit: stackTraceLimit,
      });
    });

    it('is the header alone wherever it is not wanted', () => {
      expect(stackOf('AUDIT_ERROR', { captureStackTrace: false })).toEqual({
        stack: HEADER,
        limit: stackTraceLimit,
      });
    });

    it('leaves those of its cause and of the next error', () => {
      process.env.NODE_ENV = 'production';
      const cause = new Error('deeper');
      const exception = new AuthOsException('DEVICE_CODE_PENDING', 'Approve it.', { cause });
      expect((exception.cause as Error).stack).toMatch(/^Error: deeper\n {4}at /);
      expect(new Error('next').stack).toMatch(/^Error: next\n {4}at /);
    });

    it('leaves the limit as it was where the constructor throws', () => {
      process.env.NODE_ENV = 'production';
      class Failing extends AuthOsException {
        override initMessage(): void {
          throw new TypeError('no message');
        }
      }
      expect(() => new Failing('DEVICE_CODE_PENDING')).toThrow('no message');
      expect(() => new AuthOsException('NOPE' as AuthOsErrorCode)).toThrow("the code is 'NOPE'");
      expect(Error.stackTraceLimit).toBe(stackTraceLimit);
    });

    it('has the frames where the limit cannot be changed', () => {
      process.env.NODE_ENV = 'production';
      Object.defineProperty(Error, 'stackTraceLimit', { value: 7, writable: false });
      expect(stackOf('DEVICE_CODE_PENDING')).toEqual({
        stack: expect.stringMatching(FRAMES),
        limit: 7,
      });
    });

    it('is not taken for anything but true or false', () => {
      const options = { captureStackTrace: 'yes' } as unknown as AuthOsExceptionOptions;
      expect(() => new AuthOsException('FORBIDDEN', undefined, options)).toThrow(
        "AuthOsException: option captureStackTrace is 'yes'; it takes true or false",
      );
    });
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
