import { codeOfStatus } from '../../status-code.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { ACCOUNT_EXISTS, JWT_ERROR, TOKEN_EXPIRED } from './token-mapping.js';

const MAPPINGS: ReadonlyMap<unknown, SourceMapping> = new Map([
  ['TOKEN_EXPIRED', TOKEN_EXPIRED],
  ['SESSION_EXPIRED', TOKEN_EXPIRED],
  ['INVALID_TOKEN', JWT_ERROR],
  ['USER_ALREADY_EXISTS', ACCOUNT_EXISTS],
  ['USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL', ACCOUNT_EXISTS],
]);

/** better-auth. It runs in this process and refuses this request, so its status counts, unlike an upstream's. */
export function mapBetterAuthError(error: UnknownObject): SourceMapping | undefined {
  if (error.name !== 'APIError' || !Object.hasOwn(error, 'body')) return undefined;
  const { body, status, statusCode } = error;
  // The API errors of other SDKs have no status in words, and not this getter.
  const isOurs = typeof status === 'string' || 'errorStack' in error;
  if (!isOurs || typeof statusCode !== 'number') return undefined;
  const known = isObject(body) ? MAPPINGS.get(body.code) : undefined;
  return known ?? { code: codeOfStatus(statusCode) };
}
