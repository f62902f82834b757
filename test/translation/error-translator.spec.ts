import { runInNewContext } from 'node:vm';
import { jest } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import { AuthOsException, type ErrorMapper } from 'nestjs-authos-errors';
import { resolveOptions } from '../../lib/options/resolve-options.js';
import { ErrorTranslator } from '../../lib/translation/error-translator.js';
import { translate } from '../support/translate.js';

const IO_CAUSE = Object.assign(new Error('secret'), { syscall: 'open', code: 'ENOENT', errno: -2 });
const INTERNAL = { code: 'INTERNAL_SERVER_ERROR', status: 500, message: undefined };
const GENERIC = { code: 'GENERIC_ERROR', status: 500, message: undefined };

describe('the translator', () => {
  it('takes what an AuthOsException says', () => {
    const headers = { 'x-a': 'b' };
    const exception = new AuthOsException('BILLING_ERROR', 'No invoice.', {
      retryAfter: 3,
      headers,
    });
    expect(translate(exception)).toEqual({
      code: 'BILLING_ERROR',
      status: 500,
      message: 'No invoice.',
      retryAfter: 3,
      headers,
    });
  });

  it.each(['secret', 7, true, null, undefined, 7n, Symbol('secret'), {}, [], () => 'secret'])(
    'calls %p, which is no Error, GENERIC_ERROR',
    (value) => {
      expect(translate(value)).toMatchObject(GENERIC);
    },
  );

  it.each([
    ['an Error', new Error('secret')],
    ['an Error of another realm', runInNewContext('new TypeError("secret")')],
    ['an Error without a stack', Object.assign(new Error('secret'), { stack: undefined })],
    ['an error without the class', { name: 'E', message: 'secret', stack: 'at x' }],
    ['an error with nothing but the class', Object.create(Error.prototype)],
    ['an Error with a code of a library', Object.assign(new Error('x'), { code: 'P2002' })],
  ])('calls %s that nothing recognises INTERNAL_SERVER_ERROR', (_name, error) => {
    expect(translate(error)).toMatchObject(INTERNAL);
  });

  it.each([{ message: 'secret' }, { stack: 'at x' }, { cause: IO_CAUSE }])(
    'calls %p, which has a part of an Error, GENERIC_ERROR',
    (value) => {
      expect(translate(value)).toMatchObject(GENERIC);
    },
  );

  describe('searches the causes of an Error that nothing recognises', () => {
    it('down to the one it knows', () => {
      const error = new Error('a', { cause: new Error('b', { cause: IO_CAUSE }) });
      expect(translate(error)).toMatchObject({ code: 'IO_ERROR', message: undefined });
    });

    it('but not for an answer to another request', () => {
      const error = new Error('upstream failed', { cause: new NotFoundException('secret') });
      expect(translate(error)).toMatchObject(INTERNAL);
    });

    it('through a circle', () => {
      const error = new Error('a');
      error.cause = new Error('b', { cause: error });
      expect(translate(error)).toMatchObject(INTERNAL);
    });

    it('within bounds', () => {
      let error: Error = IO_CAUSE;
      for (let depth = 0; depth < 20_000; depth++) error = new Error('x', { cause: error });
      expect(translate(error)).toMatchObject(INTERNAL);
    });

    it('up to the 16th', () => {
      let error: Error = IO_CAUSE;
      for (let depth = 0; depth < 16; depth++) error = new Error('x', { cause: error });
      expect(translate(error).code).toBe('IO_ERROR');
      expect(translate(new Error('x', { cause: error }))).toMatchObject(INTERNAL);
    });
  });

  describe('survives', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const hostile = new Proxy(new Error('x'), {
      get() {
        throw new Error('trap');
      },
      getPrototypeOf() {
        throw new Error('trap');
      },
      getOwnPropertyDescriptor() {
        throw new Error('trap');
      },
    });
    const throwingCause = Object.defineProperty(new Error('x'), 'cause', {
      get() {
        throw new Error('trap');
      },
    });
    const throwingStatus = Object.assign(new NotFoundException('x'), {
      getStatus() {
        throw new Error('trap');
      },
    });

    it.each([
      ['a revoked proxy', revoked.proxy, GENERIC],
      ['a proxy whose traps throw', hostile, GENERIC],
      ['a cause that throws', throwingCause, INTERNAL],
      ['a getStatus that throws', throwingStatus, INTERNAL],
      ['an object without a prototype', Object.create(null), GENERIC],
    ])('%s', (_name, value, expected) => {
      expect(translate(value)).toMatchObject(expected);
    });
  });

  describe('has a text of duplicateMessages for a duplicate', () => {
    const duplicate = Object.assign(new Error('secret'), {
      severity: 'ERROR',
      code: '23505',
      table: 'users',
      constraint: 'users_email_key',
    });

    it.each([
      ['by the name of its constraint', { other: 'No.', users_email_key: 'Taken.' }, 'Taken.'],
      ['unless it knows none of its names', { other: 'No.' }, undefined],
    ])('%s', (_how, duplicateMessages, message) => {
      expect(translate(duplicate, { duplicateMessages, exposeServerMessages: true })).toMatchObject(
        { code: 'DUPLICATE_CONSTRAINT', message },
      );
    });
  });

  describe('asks the mappers of the user', () => {
    it('before its own, in their order, until one recognises the value', () => {
      const first: ErrorMapper = () => undefined;
      const second: ErrorMapper = () => ({
        code: 'BILLING_ERROR',
        message: 'Declined.',
        retryAfter: 1,
      });
      const third = jest.fn<ErrorMapper>();
      const mappers = [first, second, third];
      expect(translate(new AuthOsException('FORBIDDEN'), { mappers })).toEqual({
        code: 'BILLING_ERROR',
        status: 500,
        message: 'Declined.',
        retryAfter: 1,
        headers: undefined,
      });
      expect(third).not.toHaveBeenCalled();
    });

    it('and passes over one that throws or returns no code, which is reported', () => {
      const failures: unknown[] = [];
      const crash = new Error('crash');
      const mappers = [
        () => {
          throw crash;
        },
        () => ({ code: 'NOPE' }),
        () => ({ code: 'NOT_FOUND', message: 42 }),
        () => ({ code: 'NOT_FOUND', retryAfter: Symbol('soon') }),
        () => ({ code: 'NOT_FOUND', headers: 'x' }),
        () => ({ code: 'NOT_FOUND', headers: null }),
        () => null,
      ] as unknown as ErrorMapper[];
      const options = resolveOptions({ mappers });
      const translator = new ErrorTranslator(options, (failure) => failures.push(failure));
      expect(translator.translate(new NotFoundException('text'))).toMatchObject({
        code: 'NOT_FOUND',
        message: 'text',
      });
      expect(failures).toEqual([
        crash,
        new TypeError('code of the mapping is not one of the 23'),
        new TypeError('message of the mapping is not a string'),
        new TypeError('retryAfter of the mapping is not seconds from 0'),
        new TypeError('headers of the mapping is not an object of strings'),
        new TypeError('headers of the mapping is not an object of strings'),
      ]);
    });
  });
});
