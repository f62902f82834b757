import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { JWT_ERROR, TOKEN_EXPIRED, UNAUTHORIZED } from './token-mapping.js';

const EXPIRED = 'Token used too late, ';
const NONE = 'The verifyIdToken method requires an ID Token';
const REFUSED =
  /^(?:Token used too (?:late|early), |Wrong number of segments in token: |Can't parse token (?:envelope|payload)[ :]|No pem found for envelope: |Invalid token signature: |No (?:issue|expiration) time in token: |(?:iat|exp) field using invalid format$|Expiration time too far in future: |Invalid issuer, expected one of \[|Wrong recipient, payload audience != requiredAudience$|The verifyIdToken method requires an ID Token$)/;

/** google-auth-library's id tokens: plain Errors, of which only the beginning of the text is the library's own. */
export function mapGoogleIdTokenError({ message }: UnknownObject): SourceMapping | undefined {
  if (typeof message !== 'string' || !REFUSED.test(message)) return undefined;
  if (message === NONE) return UNAUTHORIZED;
  return message.startsWith(EXPIRED) ? TOKEN_EXPIRED : JWT_ERROR;
}
