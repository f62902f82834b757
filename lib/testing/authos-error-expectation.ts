import { inspect, types } from 'node:util';
import { AuthOsErrorCode, isAuthOsErrorCode } from '../contract/authos-error-code.js';
import { refuseUnknownOptions } from './refuse-unknown-options.js';

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

/** Fails early on a code or an option that does not exist, naming the helper that was called. */
export function checkExpectation(
  caller: string,
  code: AuthOsErrorCode,
  expectation: AuthOsErrorExpectation,
): void {
  if (!isAuthOsErrorCode(code)) {
    throw new TypeError(
      `${caller}: unknown code ${inspect(code)}; it takes one of ${Object.keys(AuthOsErrorCode).join(', ')}`,
    );
  }
  refuseUnknownOptions(caller, expectation, ['error', 'status']);
  const { error, status } = expectation;
  if (error !== undefined && typeof error !== 'string' && !types.isRegExp(error)) {
    throw new TypeError(`${caller}: error is ${inspect(error)}; it takes a string or a RegExp`);
  }
  if (status !== undefined && !(Number.isInteger(status) && status >= 400 && status <= 599)) {
    throw new TypeError(
      `${caller}: status is ${inspect(status)}; it takes a status from 400 to 599`,
    );
  }
}
