import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { answerDifferences } from './answer-differences.js';
import { type AuthOsErrorExpectation, checkExpectation } from './authos-error-expectation.js';
import { describeDifferences } from './describe-answer.js';
import { readAnswer } from './read-answer.js';

/** The part of a response of supertest that is looked at. */
interface SupertestResponse {
  readonly status: number;
  readonly headers: object;
  readonly text: string;
}

/**
 * Makes a check for supertest's `.expect()`: the response has to be exactly the AuthOS answer of `code`, with the
 * status of the code, the headers of the contract, and an envelope of exactly its three members in their order. Any text
 * is right unless `error` is given. The check throws an Error that names each point that differs.
 *
 * @throws TypeError when `code` is none of the 23, or an option is unknown or wrong.
 *
 * @see AuthOS Error Codes Reference
 *
 * @example
 * await request(url).get('/plans/gold').expect(authOsError('NOT_FOUND', { error: 'There is no plan gold.' }));
 *
 * @publicApi
 */
export function authOsError(
  code: AuthOsErrorCode,
  expectation: AuthOsErrorExpectation = {},
): (response: SupertestResponse) => void {
  checkExpectation('authOsError', code, expectation);
  return (response) => {
    const answer = readAnswer(response, 'authOsError');
    const differences = answerDifferences(answer, { ...expectation, code });
    if (differences.length === 0) return;
    const title = `The response is not the AuthOS answer ${code}:`;
    throw new Error(describeDifferences(title, differences, answer));
  };
}
