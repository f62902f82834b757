import { inspect } from 'node:util';
import { NotFoundException } from '@nestjs/common';
import { AUTHOS_ERRORS, type AuthOsErrorCode } from 'nestjs-authos-errors';
import { answerOf } from './answer-of.js';
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
  expectNothingToldOf(error, code);
}

/** The same for an error that has the secret in it, so that the test shows that it stays behind. */
export function expectFailureWithSecret(error: unknown, code: AuthOsErrorCode): void {
  expect(inspect(error, { depth: 8, showHidden: true, maxStringLength: null })).toContain(SECRET);
  expectFailure(error, code);
}

/**
 * The texts of libraries stay out of the answer and out of the log. The log may have those of the application and of
 * Node itself, such as the name of a file.
 */
function expectNothingToldOf(error: unknown, code: AuthOsErrorCode): void {
  for (const thrown of [error, new Error('saving failed', { cause: error })]) {
    const { wire, log } = answerOf(thrown);
    expect(wire).toContain(`"error_code":"${code}"`);
    expect(wire).not.toContain(SECRET);
    const heard = code === 'IO_ERROR' || code === 'INTERNAL_SERVER_ERROR' ? '' : log;
    expect(heard).not.toContain(SECRET);
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
