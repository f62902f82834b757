import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { JWT_ERROR, SERVER_FAULT, TOKEN_EXPIRED, UNAUTHORIZED } from './token-mapping.js';

const MAPPINGS: ReadonlyMap<unknown, SourceMapping> = new Map([
  ['FST_JWT_AUTHORIZATION_TOKEN_EXPIRED', TOKEN_EXPIRED],
  ['FST_JWT_AUTHORIZATION_TOKEN_INVALID', JWT_ERROR],
  ['FST_JWT_AUTHORIZATION_TOKEN_UNTRUSTED', JWT_ERROR],
  // Under the name of fast-jwt's code, but without its class.
  ['FAST_JWT_MISSING_SIGNATURE', JWT_ERROR],
  ['FST_JWT_NO_AUTHORIZATION_IN_HEADER', UNAUTHORIZED],
  ['FST_JWT_NO_AUTHORIZATION_IN_COOKIE', UNAUTHORIZED],
  // A header without a token, or the application's `extractToken` that found none.
  ['FST_JWT_BAD_REQUEST', UNAUTHORIZED],
  // No plugin reads cookies.
  ['FST_JWT_BAD_COOKIE_REQUEST', SERVER_FAULT],
]);

/** @fastify/jwt, whose errors are Fastify's. Their texts quote those of fast-jwt. */
export function mapFastifyJwtError(error: UnknownObject): SourceMapping | undefined {
  return error.name === 'FastifyError' ? MAPPINGS.get(error.code) : undefined;
}
