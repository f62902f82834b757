import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import type { AuthOsErrorExpectation } from './authos-error-expectation.js';

/**
 * The matcher as a method of `expect(…)`. Let the matchers of your test runner extend it, in a `.d.ts` of your own; this
 * package names no test runner, so that none has to be installed.
 *
 * @example
 * declare module 'vitest' {
 *   interface Matchers<T> extends AuthOsErrorMatchers<T> {}
 * }
 *
 * @publicApi
 */
export interface AuthOsErrorMatchers<R = unknown> {
  /**
   * Holds a response, or a parsed body, against the AuthOS answer of a code. To be awaited for a response of fetch.
   *
   * @throws TypeError when `code` is none of the 23, or an option is unknown or wrong.
   */
  toBeAuthOsError(code: AuthOsErrorCode, expectation?: AuthOsErrorExpectation): R;
}
