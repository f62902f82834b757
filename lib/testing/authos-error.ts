import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { answerDifferences } from './answer-differences.js';
import { type AuthOsErrorExpectation, checkExpectation } from './authos-error-expectation.js';
import { describeDifferences } from './describe-answer.js';
import { readAnswer } from './read-answer.js';

/**
 * Makes a check for supertest's `.expect()`: the response has to be exactly the AuthOS answer of `code`, with the
 * status of the code, the headers of the contract, and an envelope of exactly its three members in their order. Any text
 * is right unless `error` is given. The check throws an Error that names each point that differs. It also takes an error
 * of another transport: what a gateway or a microservice answered, one of the errors of GraphQL, or that of a gRPC client.
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
): (response: unknown) => void {
  checkExpectation('authOsError', code, expectation);
  return (response) => {
    const answer = readAnswer(response, 'authOsError');
    const differences = answerDifferences(answer, { ...expectation, code });
    if (differences.length === 0) return;
    const title = `The response is not the AuthOS answer ${code}:`;
    throw new Error(describeDifferences(title, differences, answer));
  };
}
