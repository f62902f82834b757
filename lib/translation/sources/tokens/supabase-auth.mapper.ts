import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import {
  ACCOUNT_EXISTS,
  JWT_ERROR,
  SERVER_FAULT,
  TOKEN_EXPIRED,
  UNAUTHORIZED,
  UNREACHED,
} from './token-mapping.js';

const MAPPINGS: ReadonlyMap<unknown, SourceMapping> = new Map([
  ['session_expired', TOKEN_EXPIRED],
  ['bad_jwt', JWT_ERROR],
  ['invalid_jwt', JWT_ERROR],
  ['refresh_token_not_found', JWT_ERROR],
  ['refresh_token_already_used', JWT_ERROR],
  ['session_not_found', UNAUTHORIZED],
  ['no_authorization', UNAUTHORIZED],
  ['invalid_credentials', UNAUTHORIZED],
  ['user_banned', UNAUTHORIZED],
  ['email_exists', ACCOUNT_EXISTS],
  ['phone_exists', ACCOUNT_EXISTS],
  ['user_already_exists', ACCOUNT_EXISTS],
]);

/** Supabase Auth, as supabase-js reports its answers. An answer without a code of the user's may mean our own key. */
export function mapSupabaseAuthError(error: UnknownObject): SourceMapping | undefined {
  if (error.__isAuthError !== true) return undefined;
  const { code, name, status } = error;
  if (code === 'invalid_jwt' && error.message === 'JWT has expired') return TOKEN_EXPIRED;
  if (name === 'AuthSessionMissingError') return UNAUTHORIZED;
  if (name === 'AuthRetryableFetchError' || status === 429) return UNREACHED;
  return MAPPINGS.get(code) ?? SERVER_FAULT;
}
