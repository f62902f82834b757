import type { AuthOsErrorCode } from 'nestjs-authos-errors';
import { answerOf } from '../../../support/answer-of.js';
import { expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';

/** The same as for every other error of a library, and that the log has none of the texts either. */
export function expectUpstreamFailure(error: unknown, code: AuthOsErrorCode): void {
  expectFailureWithSecret(error, code);
  expect(answerOf(error).log).not.toContain(SECRET);
  expect(answerOf(new Error('asking failed', { cause: error })).log).not.toContain(SECRET);
}
