import type { AuthOsErrorCode } from '../../../contract/authos-error-code.js';
import { descendsFrom } from '../../class-chain.js';
import { codeOfStatus } from '../../status-code.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { SERVER_FAULT, UNREACHED } from './token-mapping.js';

const CHALLENGE = /^(?:Bearer|DPoP)(?: |$)/;
const INVALID_TOKEN = /\berror="invalid_token"/;

/** express-oauth2-jwt-bearer calls every failure a bad token, also those of its keys; the texts are its own, jose's and Node's. */
const EXPIRED = /^"exp" claim timestamp check failed$/;
const KEY_SERVER =
  /^(?:Failed to (?:fetch|parse the response from) |Expected 200 OK from the JSON Web Key Set|Failed to parse the JSON Web Key Set|JSON Web Key Set malformed$|request timed out$|No JWKS URI, |Issuer (?:provides|specifies) )/;
const NETWORK = /^(?:connect|read|write|getaddrinfo) E[A-Z_]+\b|^socket hang up$|^fetch failed$/;

/**
 * RFC 6750 middleware, such as express-oauth2-jwt-bearer: it refuses this request with a status and a challenge, which
 * the client gets. What an HTTP client says of an upstream has its headers in small letters.
 */
export function mapBearerRefusal(error: UnknownObject): SourceMapping | undefined {
  const { headers, status } = error;
  if (!isObject(headers) || typeof status !== 'number' || status !== error.statusCode)
    return undefined;
  const challenge = challengeOf(headers);
  if (challenge === undefined && !descendsFrom(error, 'UnauthorizedError')) return undefined;
  // http-errors has a class of that name as well, and headers that the application chose.
  if ('expose' in error) return undefined;
  const text = String(error.message);
  if (KEY_SERVER.test(text)) return SERVER_FAULT;
  if (NETWORK.test(text)) return UNREACHED;
  const code = codeOf(status, challenge, text);
  return challenge === undefined ? { code } : { code, headers: { 'WWW-Authenticate': challenge } };
}

function challengeOf(headers: UnknownObject): string | undefined {
  const challenge = headers['WWW-Authenticate'];
  return typeof challenge === 'string' && CHALLENGE.test(challenge) ? challenge : undefined;
}

function codeOf(status: number, challenge: string | undefined, text: string): AuthOsErrorCode {
  if (status !== 401 || !challenge || !INVALID_TOKEN.test(challenge)) return codeOfStatus(status);
  return EXPIRED.test(text) ? 'TOKEN_EXPIRED' : 'JWT_ERROR';
}
