import { ExecutionContextHost } from '@nestjs/core/internal';
import type { AuthOsErrorCode, AuthOsErrorsOptions } from 'nestjs-authos-errors';
import { resolveOptions } from '../../../../lib/options/resolve-options.js';
import { ErrorTranslator } from '../../../../lib/translation/error-translator.js';
import { answerOf } from '../../../support/answer-of.js';
import { translate } from '../../../support/translate.js';

/** Constructed: the package is on no registry. The four fields are those of its published source. */
function ssoApiError(message: string, statusCode: number, errorCode: string): Error {
  const timestamp = '2025-01-15T10:30:00Z';
  return Object.assign(new Error(message), {
    name: 'SsoApiError',
    statusCode,
    errorCode,
    timestamp,
  });
}

const translation = (code: AuthOsErrorCode, status: number, message?: string) => ({
  code,
  status,
  message,
  retryAfter: undefined,
  headers: undefined,
});

const INTERNAL = translation('INTERNAL_SERVER_ERROR', 500);

/** The codes of AuthOS that speak of whoever called it. */
const OF_THE_CALLER: readonly [AuthOsErrorCode, number][] = [
  ['UNAUTHORIZED', 401],
  ['TOKEN_EXPIRED', 401],
  ['JWT_ERROR', 401],
  ['FORBIDDEN', 403],
];

/** How an SsoApiError reaches the filter. */
const THROWN: readonly [string, (error: Error) => Error][] = [
  ['thrown as it is', (error) => error],
  ['as the cause of an Error', (cause) => new Error('hunter2', { cause })],
];

describe.each(THROWN)('an SsoApiError, constructed as the AuthOS SDK does, %s,', (_how, thrown) => {
  it.each<[AuthOsErrorCode, number]>([
    ['ORGANIZATION_NOT_ACTIVE', 403],
    ['NOT_FOUND', 404],
    ['DEVICE_CODE_PENDING', 400],
    ['TOO_MANY_REQUESTS', 429],
  ])('of code %s keeps code and text', (code, status) => {
    const error = thrown(ssoApiError('Written by AuthOS.', status, code));
    expect(translate(error)).toEqual(translation(code, status, 'Written by AuthOS.'));
  });

  it.each<[AuthOsErrorCode]>([['DATABASE_ERROR'], ['STRIPE_ERROR'], ['INTERNAL_SERVER_ERROR']])(
    'of code %s keeps the code, and its text stays',
    (code) => {
      const error = thrown(ssoApiError('hunter2', 500, code));
      expect(translate(error, { exposeServerMessages: true })).toEqual(translation(code, 500));
    },
  );

  it('whose text is none has the default text', () => {
    const error = Object.assign(ssoApiError('', 404, 'NOT_FOUND'), { message: 7 });
    expect(translate(thrown(error))).toEqual(translation('NOT_FOUND', 404));
  });

  it.each([
    ['NETWORK_ERROR', 0],
    ['TIMEOUT', 408],
    ['SERVICE_UNAVAILABLE', 503],
    ['UNKNOWN_ERROR', 408],
    ['UNKNOWN_ERROR', 429],
    ['UNKNOWN_ERROR', 502],
    ['UNKNOWN_ERROR', 503],
    ['UNKNOWN_ERROR', 504],
  ])('of code %s and status %i is IO_ERROR', (code, status) => {
    const error = thrown(ssoApiError('hunter2', status, code));
    expect(translate(error, { httpStatus: 'preserve' })).toEqual(translation('IO_ERROR', 500));
  });

  it.each([
    ['UNKNOWN_ERROR', 401],
    ['UNKNOWN_ERROR', 500],
    ['A_CODE_OF_TOMORROW', 404],
    ['A_CODE_OF_TOMORROW', 503],
    ['toString', 400],
  ])('of the unknown code %s and status %i is GENERIC_ERROR', (code, status) => {
    const error = thrown(ssoApiError('hunter2', status, code));
    expect(translate(error, { httpStatus: 'preserve' })).toEqual(translation('GENERIC_ERROR', 500));
  });

  describe.each(OF_THE_CALLER)('of code %s', (code, status) => {
    const error = thrown(ssoApiError('Written by AuthOS.', status, code));
    const passedOn = translation(code, status, 'Written by AuthOS.');

    it('speaks of the server’s own key by default', () => {
      expect(translate(error)).toEqual(INTERNAL);
      expect(translate(error, { httpStatus: 'preserve', exposeServerMessages: true })).toEqual(
        INTERNAL,
      );
    });

    it('is passed on where calls carry the user’s token', () => {
      expect(translate(error, { forwardsUserToken: true })).toEqual(passedOn);
    });

    it.each<[string, AuthOsErrorsOptions['forwardsUserToken'], object]>([
      ['true', () => true, passedOn],
      ['false', () => false, INTERNAL],
      ['a promise', (() => Promise.resolve(true)) as never, INTERNAL],
    ])('is what a function that says %s decides', (_says, forwardsUserToken, expected) => {
      expect(translate(error, { forwardsUserToken })).toEqual(expected);
    });

    it('asks the function by thrown value and host', () => {
      const asked: unknown[] = [];
      const host = new ExecutionContextHost([{}, {}]);
      const forwardsUserToken = (...args: unknown[]) => asked.push(...args) > 0;
      expect(translate(error, { forwardsUserToken }, host)).toEqual(passedOn);
      expect(asked).toEqual([error, host]);
    });

    it('speaks of the server’s own key where the function throws, which is reported', () => {
      const crash = new Error('crash');
      const forwardsUserToken = (): boolean => {
        throw crash;
      };
      const failures: unknown[] = [];
      const translator = new ErrorTranslator(resolveOptions({ forwardsUserToken }), (...failure) =>
        failures.push(failure),
      );
      expect(translator.translate(error)).toEqual(INTERNAL);
      expect(failures).toEqual([[crash, forwardsUserToken]]);
    });
  });
});

describe('an SsoApiError, constructed as the AuthOS SDK does,', () => {
  it('is logged by its fields', () => {
    const { wire, log } = answerOf(ssoApiError('key hunter2', 401, 'UNAUTHORIZED'));
    expect(wire).toContain('"error_code":"INTERNAL_SERVER_ERROR"');
    expect(wire + log).not.toContain('hunter2');
    expect(log).toMatch(/^500 INTERNAL_SERVER_ERROR GET \/: SsoApiError \[.*statusCode=401/);
  });

  it('of another code asks nobody whose token it was', () => {
    const forwardsUserToken = (): boolean => {
      throw new Error('asked');
    };
    const error = ssoApiError('No plan.', 404, 'NOT_FOUND');
    expect(translate(error, { forwardsUserToken })).toEqual(
      translation('NOT_FOUND', 404, 'No plan.'),
    );
  });

  it.each([
    [
      'another SDK’s error of that name',
      { name: 'SsoApiError', status: 401, code: 'UNAUTHORIZED' },
    ],
    ['one without a code', { name: 'SsoApiError', statusCode: 401, errorCode: 7 }],
    ['one without a status', { name: 'SsoApiError', statusCode: '401', errorCode: 'FORBIDDEN' }],
    ['an error with those fields', { name: 'Error', statusCode: 401, errorCode: 'UNAUTHORIZED' }],
  ])('is not %s', (_name, properties) => {
    const error = Object.assign(new Error('hunter2'), properties);
    expect(translate(error, { forwardsUserToken: true })).toEqual(INTERNAL);
  });
});
