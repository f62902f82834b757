import type { AuthOsErrorCode } from 'nestjs-authos-errors';
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

describe('an SsoApiError, constructed as the AuthOS SDK does,', () => {
  it.each<[AuthOsErrorCode, number]>([
    ['TOKEN_EXPIRED', 401],
    ['ORGANIZATION_NOT_ACTIVE', 403],
    ['NOT_FOUND', 404],
    ['DEVICE_CODE_PENDING', 400],
    ['TOO_MANY_REQUESTS', 429],
  ])('of code %s keeps code and text', (code, status) => {
    const error = ssoApiError('Written by AuthOS.', status, code);
    expect(translate(error)).toEqual(translation(code, status, 'Written by AuthOS.'));
  });

  it.each<[AuthOsErrorCode]>([['DATABASE_ERROR'], ['STRIPE_ERROR'], ['INTERNAL_SERVER_ERROR']])(
    'of code %s keeps the code, and its text stays',
    (code) => {
      const error = ssoApiError('hunter2', 500, code);
      expect(translate(error, { exposeServerMessages: true })).toEqual(translation(code, 500));
    },
  );

  it('whose text is none has the default text', () => {
    const error = Object.assign(ssoApiError('', 404, 'NOT_FOUND'), { message: 7 });
    expect(translate(error)).toEqual(translation('NOT_FOUND', 404));
  });

  it.each([
    ['NETWORK_ERROR', 0],
    ['TIMEOUT', 408],
  ])('of code %s is IO_ERROR', (code, status) => {
    expect(translate(ssoApiError('hunter2', status, code))).toEqual(translation('IO_ERROR', 500));
  });

  it.each([
    ['UNKNOWN_ERROR', 401],
    ['A_CODE_OF_TOMORROW', 404],
    ['toString', 400],
  ])('of the unknown code %s is GENERIC_ERROR', (code, status) => {
    const error = ssoApiError('hunter2', status, code);
    expect(translate(error, { httpStatus: 'preserve' })).toEqual(translation('GENERIC_ERROR', 500));
  });

  it('in a cause is an answer to another request', () => {
    const error = new Error('x', { cause: ssoApiError('hunter2', 401, 'UNAUTHORIZED') });
    expect(translate(error)).toEqual(translation('INTERNAL_SERVER_ERROR', 500));
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
    expect(translate(error)).toEqual(translation('INTERNAL_SERVER_ERROR', 500));
  });
});
