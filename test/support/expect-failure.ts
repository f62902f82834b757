import { inspect } from 'node:util';
import { NotFoundException } from '@nestjs/common';
import { AUTHOS_ERRORS, type AuthOsErrorCode } from 'nestjs-authos-errors';
import { describeError, stackOf } from '../../lib/filter/log-text.js';
import { translate } from './translate.js';

/** Stands in tokens, keys, hosts, paths and bodies; it must never reach a client. */
export const SECRET = 'hunter2';

/**
 * Holds the whole translation of an error that a library threw against its code: thrown as it is, at every
 * status and with every text allowed, and as the cause of the application's own errors.
 */
export function expectFailure(error: unknown, code: AuthOsErrorCode): void {
  const expected = onlyCode(code);
  expect(translate(error)).toEqual(expected);
  expect(translate(error, { httpStatus: 'preserve', exposeServerMessages: true })).toEqual(
    expected,
  );
  expect(translate(new Error('saving failed', { cause: error }))).toEqual(expected);
  expect(translate(new NotFoundException('No such plan.', { cause: error }))).toEqual({
    ...onlyCode('NOT_FOUND'),
    message: 'No such plan.',
  });
}

/**
 * The same for an error that has the secret in it, so that the test shows that it stays behind; an error
 * of a library keeps it out of the log as well. The texts of Node itself and of the application are the log's to have.
 */
export function expectFailureWithSecret(error: unknown, code: AuthOsErrorCode): void {
  expect(inspect(error, { depth: 8, showHidden: true, maxStringLength: null })).toContain(SECRET);
  expectFailure(error, code);
  if (code !== 'IO_ERROR' && code !== 'INTERNAL_SERVER_ERROR') expectNotLogged(error);
}

function expectNotLogged(error: unknown): void {
  for (const thrown of [error, new Error('saving failed', { cause: error })]) {
    expect(`${describeError(thrown)}\n${stackOf(thrown) ?? ''}`).not.toContain(SECRET);
  }
}

function onlyCode(code: AuthOsErrorCode) {
  return {
    code,
    status: AUTHOS_ERRORS[code].status,
    message: undefined,
    retryAfter: undefined,
    headers: undefined,
  };
}
