import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import {
  ACCOUNT_EXISTS,
  JWT_ERROR,
  SERVER_FAULT,
  TOKEN_EXPIRED,
  UNAUTHORIZED,
  UNREACHED,
} from './token-mapping.js';

const MAPPINGS: ReadonlyMap<unknown, SourceMapping> = new Map([
  ['auth/id-token-expired', TOKEN_EXPIRED],
  ['auth/session-cookie-expired', TOKEN_EXPIRED],
  ['app-check/app-check-token-expired', TOKEN_EXPIRED],
  ['auth/id-token-revoked', JWT_ERROR],
  ['auth/session-cookie-revoked', JWT_ERROR],
  ['auth/invalid-id-token', JWT_ERROR],
  ['auth/user-disabled', UNAUTHORIZED],
  ['auth/email-already-exists', ACCOUNT_EXISTS],
  ['auth/phone-number-already-exists', ACCOUNT_EXISTS],
  ['auth/uid-already-exists', ACCOUNT_EXISTS],
  ['app/network-error', UNREACHED],
  ['app/network-timeout', UNREACHED],
]);

/** A wrong argument is the token if it is named; otherwise the server's own. */
const WRONG_TOKEN =
  /Firebase (?:ID token|session cookie|Auth Blocking token)|App Check token|^verify\w+\(\) expects /;
const NO_TOKEN = /^First argument to verify\w+\(\) must be a |^App check token must be a /;

/** firebase-admin: accounts and tokens. Its `code` is read from `errorInfo`, whatever the class. */
export function mapFirebaseError(error: UnknownObject): SourceMapping | undefined {
  const { codePrefix } = error;
  if (codePrefix !== 'auth' && codePrefix !== 'app-check' && codePrefix !== 'app') return undefined;
  if (!isObject(error.errorInfo)) return undefined;
  return MAPPINGS.get(error.code) ?? mapWrongArgument(error) ?? SERVER_FAULT;
}

function mapWrongArgument({ code, message }: UnknownObject): SourceMapping | undefined {
  if (code !== 'auth/argument-error' && code !== 'app-check/invalid-argument') return undefined;
  if (NO_TOKEN.test(String(message))) return UNAUTHORIZED;
  return WRONG_TOKEN.test(String(message)) ? JWT_ERROR : undefined;
}
