import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import type { AuthOsErrorExpectation } from './authos-error-expectation.js';

/** A response of fetch is read later; everything else, and what is `any`, is answered at once. */
type Verdict<R, T> = 0 extends 1 & T
  ? R
  : T extends { readonly bodyUsed: boolean; clone(): unknown }
    ? Promise<void>
    : R;

/**
 * The matcher as a method of `expect(…)`: `R` is what a matcher returns, `T` what was received. Let the matchers of your
 * test runner extend it, in a file of your own; this package names no test runner, so that none has to be installed.
 *
 * @example
 * declare global {
 *   namespace jest {
 *     interface Matchers<R, T> extends AuthOsErrorMatchers<R, T> {}
 *   }
 * }
 *
 * @publicApi
 */
export interface AuthOsErrorMatchers<R = void, T = unknown> {
  /**
   * Holds a response, or a parsed body, against the AuthOS answer of a code. To be awaited for a response of fetch.
   *
   * @throws TypeError when `code` is none of the 23, or an option is unknown or wrong.
   */
  toBeAuthOsError(code: AuthOsErrorCode, expectation?: AuthOsErrorExpectation): Verdict<R, T>;
}
