import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';

/** Constructed: the package is on no registry. Name, code and texts are those of its published source. */
function tokenVerificationError(message: string, code: string): Error {
  return Object.assign(new Error(message), { name: 'TokenVerificationError', code });
}

describe('a TokenVerificationError, constructed as authos-node does,', () => {
  it('of a token that has expired is TOKEN_EXPIRED', () => {
    expectFailure(tokenVerificationError('Token has expired', 'TOKEN_EXPIRED'), 'TOKEN_EXPIRED');
  });

  it.each([
    ['INVALID_TOKEN_FORMAT', 'Invalid JWT format'],
    ['MISSING_KID', 'Token missing kid header'],
    ['INVALID_SIGNATURE', 'Invalid token signature'],
    ['TOKEN_NOT_YET_VALID', 'Token is not yet valid'],
    ['INVALID_AUDIENCE', 'Invalid token audience'],
    ['INVALID_ISSUER', 'Invalid token issuer'],
  ])('of code %s is JWT_ERROR', (code, message) => {
    expectFailure(tokenVerificationError(message, code), 'JWT_ERROR');
  });

  it.each([
    ['INVALID_ALGORITHM', `Unsupported algorithm: ${SECRET}. Only RS256 is supported.`],
    ['KEY_NOT_FOUND', `No matching key found for kid: ${SECRET}`],
  ])('of code %s keeps the token’s header to itself', (code, message) => {
    expectFailureWithSecret(tokenVerificationError(message, code), 'JWT_ERROR');
  });

  it('is not an error that merely has its name', () => {
    const error = Object.assign(new Error('x'), { name: 'TokenVerificationError' });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
