import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import type { Answer } from './answer.js';
import { answerDifferences } from './answer-differences.js';
import { type AuthOsErrorExpectation, checkExpectation } from './authos-error-expectation.js';
import { describeAnswer, describeDifferences } from './describe-answer.js';
import { isFetchResponse, readAnswer, readFetchResponse } from './read-answer.js';

/**
 * What a matcher tells Jest and Vitest.
 *
 * @example
 * const { pass, message }: AuthOsMatcherResult = await toBeAuthOsError(response, 'NOT_FOUND');
 * if (!pass) throw new Error(message());
 *
 * @publicApi
 */
export interface AuthOsMatcherResult {
  pass: boolean;
  message: () => string;
}

/**
 * A matcher for Jest and Vitest: what was received has to be exactly the AuthOS answer of `code`. It takes a response of
 * supertest, of Fastify's `inject`, of axios or of fetch, or the parsed body alone, of which nothing but the envelope can
 * be checked. Await the matcher for a response of fetch, whose body comes later. It also takes an error of another
 * transport: what a gateway or a microservice answered, one of the errors of GraphQL, or that of a gRPC client.
 *
 * @throws TypeError when `code` is none of the 23, an option is unknown or wrong, what was received is no object, or the
 * body of a fetch response was read before.
 *
 * @see AuthOS Error Codes Reference
 *
 * @example
 * expect.extend({ toBeAuthOsError });
 * expect(await app.inject('/plans/gold')).toBeAuthOsError('NOT_FOUND');
 * await expect(fetch(`${url}/plans/gold`)).resolves.toBeAuthOsError('NOT_FOUND', { error: /gold/ });
 *
 * @publicApi
 */
export function toBeAuthOsError(
  received: unknown,
  code: AuthOsErrorCode,
  expectation: AuthOsErrorExpectation = {},
): AuthOsMatcherResult | Promise<AuthOsMatcherResult> {
  const caller = toBeAuthOsError.name;
  checkExpectation(caller, code, expectation);
  const verdict = (answer: Answer): AuthOsMatcherResult => {
    const differences = answerDifferences(answer, { ...expectation, code });
    return differences.length === 0
      ? {
          pass: true,
          message: () => `This is the AuthOS answer ${code}.\n\n${describeAnswer(answer)}`,
        }
      : {
          pass: false,
          message: () =>
            describeDifferences(`This is not the AuthOS answer ${code}:`, differences, answer),
        };
  };
  return isFetchResponse(received)
    ? readFetchResponse(received, caller).then(verdict)
    : verdict(readAnswer(received, caller));
}
