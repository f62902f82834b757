import { types } from 'node:util';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { JWT_ERROR, SERVER_FAULT, TOKEN_EXPIRED } from './token-mapping.js';

const NO_KEY = 'secret or public key must be provided';

// The class of a bad token is thrown for the application's own mistakes, too.
const MISTAKE =
  /^(?:error in secret or public key callback|secretOrPublicKey is not valid|verify must be called asynchronous|"maxAge" should be|(?:clockTimestamp|nonce|allowInvalidAsymmetricKeyTypes) must be)/;

/** jsonwebtoken, and with it @nestjs/jwt. */
export function mapJsonWebTokenError(error: UnknownObject): SourceMapping | undefined {
  switch (error.name) {
    case 'TokenExpiredError':
      return types.isDate(error.expiredAt) ? TOKEN_EXPIRED : undefined;
    case 'NotBeforeError':
      return types.isDate(error.date) ? JWT_ERROR : undefined;
    case 'JsonWebTokenError':
      return error.message === NO_KEY || MISTAKE.test(String(error.message))
        ? SERVER_FAULT
        : JWT_ERROR;
    default:
      return undefined;
  }
}

/**
 * The same below express-jwt and passport-jwt. They do not start without a secret, so a missing one means that
 * the application's callback knows no key for this token, as jwks-rsa does of an unknown `kid`.
 */
export function mapRefusedToken(error: UnknownObject): SourceMapping | undefined {
  return error.name === 'JsonWebTokenError' && error.message === NO_KEY
    ? JWT_ERROR
    : mapJsonWebTokenError(error);
}
