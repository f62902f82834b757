import type { SourceMapping } from '../../source-mapper.js';
import { isObject } from '../../unknown-object.js';

/** What the provider said is attacker-controlled as often as not, so none of it leaves. */
export const OAUTH_ERROR: SourceMapping = Object.freeze({ code: 'OAUTH_ERROR' });

/**
 * What a provider may answer. RFC 6749 (4.1.2.1, 5.2), RFC 6750 (3.1), RFC 7009 (2.2.1), RFC 8628 (3.5),
 * OpenID Connect Core (3.1.2.6).
 */
const OAUTH_ANSWERS = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'unsupported_token_type',
  'invalid_scope',
  'invalid_token',
  'insufficient_scope',
  'access_denied',
  'server_error',
  'temporarily_unavailable',
  'authorization_pending',
  'slow_down',
  'expired_token',
  'interaction_required',
  'login_required',
  'account_selection_required',
  'consent_required',
]);

/** Tells a provider's answer: with a code of the standards, or with a description as they have it. */
export function isOAuthAnswer(answer: unknown): boolean {
  return (
    isObject(answer) &&
    typeof answer.error === 'string' &&
    (OAUTH_ANSWERS.has(answer.error) || typeof answer.error_description === 'string')
  );
}
