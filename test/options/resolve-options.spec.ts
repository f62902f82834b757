import { ConsoleLogger, Logger } from '@nestjs/common';
import type { AuthOsErrorsOptions } from 'nestjs-authos-errors';
import { resolveOptions } from '../../lib/options/resolve-options.js';

describe('the options', () => {
  it('all have a default', () => {
    expect(resolveOptions()).toEqual({
      mappers: [],
      httpStatus: 'reference',
      exposeServerMessages: false,
      maxMessageLength: 2000,
      duplicateMessages: {},
      resolveOrganization: undefined,
      tiers: {},
      forwardsUserToken: false,
      failedMessages: {},
      bindGlobalFilter: true,
      logger: expect.any(Logger),
      logLevels: { '4xx': 'debug', '5xx': 'error' },
      onError: undefined,
    });
  });

  it('take no action on a broker for none', () => {
    const failedMessages = { rmq: undefined, kafka: undefined };
    expect(resolveOptions({ failedMessages })).toMatchObject({ failedMessages });
  });

  it('are kept as given', () => {
    const options: AuthOsErrorsOptions = {
      mappers: [() => undefined],
      httpStatus: 'preserve',
      exposeServerMessages: true,
      maxMessageLength: 1,
      duplicateMessages: { uq: 'Taken.' },
      resolveOrganization: () => undefined,
      tiers: { pro: ['sso'] },
      forwardsUserToken: () => true,
      failedMessages: { rmq: 'requeue', kafka: 'skip' },
      bindGlobalFilter: false,
      logger: new ConsoleLogger(),
      logLevels: { '4xx': 'off', '5xx': 'fatal', NOT_FOUND: 'warn' },
      onError: () => {},
    };
    expect(resolveOptions(options)).toEqual(options);
  });

  it.each<[string, unknown, string]>([
    ['mappers', 'x', `'x'; it takes an array of functions (error, host) => mapping`],
    ['mappers', [1], '[ 1 ]; it takes an array of functions (error, host) => mapping'],
    ['httpStatus', 'keep', `'keep'; it takes 'reference' or 'preserve'`],
    ['exposeServerMessages', 'yes', `'yes'; it takes true or false`],
    ['maxMessageLength', 0, '0; it takes a whole number from 1'],
    ['maxMessageLength', 1.5, '1.5; it takes a whole number from 1'],
    ['duplicateMessages', { uq: 1 }, '{ uq: 1 }; it takes an object of constraint → text'],
    ['duplicateMessages', { uq: '' }, `{ uq: '' }; it takes an object of constraint → text`],
    ['resolveOrganization', {}, '{}; it takes a function'],
    [
      'tiers',
      { pro: 'sso' },
      `{ pro: 'sso' }; it takes an object of tier → array of feature names`,
    ],
    ['tiers', [['sso']], `[ [ 'sso' ] ]; it takes an object of tier → array of feature names`],
    ['maxMessageLength', 1n, '1n; it takes a whole number from 1'],
    [
      'duplicateMessages',
      new Map([['uq', 'Taken.']]),
      `Map(1) { 'uq' => 'Taken.' }; it takes an object`,
    ],
    ['forwardsUserToken', 'yes', `'yes'; it takes true, false or a function`],
    [
      'failedMessages',
      { rmq: 'skip' },
      "{ rmq: 'skip' }; it takes an object of rmq: nack, rmq: requeue, kafka: skip, kafka: skip-4xx",
    ],
    ['bindGlobalFilter', 1, '1; it takes true or false'],
    ['logger', { log: 1 }, '{ log: 1 }; it takes a LoggerService'],
    ['logger', null, 'null; it takes a LoggerService'],
    ['logLevels', { '5xx': 'loud' }, `{ '5xx': 'loud' }; it takes an object of an error code`],
    ['logLevels', { '3xx': 'warn' }, `{ '3xx': 'warn' }; it takes an object of an error code`],
    ['onError', 'x', `'x'; it takes a function`],
  ])('refuse %s: %p by name', (name, value, text) => {
    expect(() => resolveOptions({ [name]: value })).toThrow(
      `nestjs-authos-errors: option ${name} is ${text}`,
    );
  });

  it('refuse a name that is none of theirs', () => {
    expect(() => resolveOptions({ httpStatuss: 'preserve' } as AuthOsErrorsOptions)).toThrow(
      `nestjs-authos-errors: unknown option 'httpStatuss'; the options are mappers, httpStatus`,
    );
  });

  it.each([
    [null, 'null'],
    ['x', `'x'`],
    [5, '5'],
  ])('refuse %j in place of an object', (options, shown) => {
    expect(() => resolveOptions(options as unknown as AuthOsErrorsOptions)).toThrow(
      `nestjs-authos-errors: the options are ${shown}; they take an object`,
    );
  });
});
