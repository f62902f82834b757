import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { mapRefusedToken } from './jsonwebtoken.mapper.js';
import { JWT_ERROR, UNAUTHORIZED } from './token-mapping.js';

/** express-jwt: a token that jsonwebtoken refused, no token, or one that the application revoked. */
export function mapExpressJwtError(error: UnknownObject): SourceMapping | undefined {
  if (error.name !== 'UnauthorizedError' || error.status !== 401) return undefined;
  const { code, inner } = error;
  if (typeof code !== 'string' || !isObject(inner)) return undefined;
  return code === 'invalid_token' ? (mapRefusedToken(inner) ?? JWT_ERROR) : UNAUTHORIZED;
}
