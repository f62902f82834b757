import { types } from 'node:util';
import { AuthOsErrorCode, isAuthOsErrorCode } from '../contract/authos-error-code.js';
import { checkOptions, type Rule, wrongValue } from '../contract/rule.js';

/**
 * What is expected of an answer beyond its code.
 *
 * @example
 * const expectation: AuthOsErrorExpectation = { error: /^There is no plan/ };
 *
 * @publicApi
 */
export interface AuthOsErrorExpectation {
  /** The text for the client: equal to a string, matched by a RegExp. Any text by default. */
  error?: string | RegExp;
  /** The HTTP status, from 400 to 599, for applications with `httpStatus: 'preserve'`. That of the code by default. */
  status?: number;
}

const RULES: Readonly<Record<keyof AuthOsErrorExpectation, Rule>> = {
  error: [(value) => typeof value === 'string' || types.isRegExp(value), 'a string or a RegExp'],
  status: [
    (value) => Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599,
    'a status from 400 to 599',
  ],
};

/** Fails early on a code or an option that does not exist, naming the helper that was called. */
export function checkExpectation(
  caller: string,
  code: AuthOsErrorCode,
  expectation: AuthOsErrorExpectation,
): void {
  if (!isAuthOsErrorCode(code)) {
    throw wrongValue(caller, 'the code', code, `one of ${Object.keys(AuthOsErrorCode).join(', ')}`);
  }
  checkOptions(caller, expectation, RULES);
}
