import { isThrown, type SourceMapping, type Thrown } from '../source-mapper.js';
import { mapRefusedToken } from './jsonwebtoken.mapper.js';
import { JWT_ERROR } from './token-mapping.js';

const UNAUTHORIZED: SourceMapping = Object.freeze({ code: 'UNAUTHORIZED' });

/** express-jwt: a token that jsonwebtoken refused, no token, or one that the application revoked. */
export function mapExpressJwtError(error: Thrown): SourceMapping | undefined {
  if (error.name !== 'UnauthorizedError' || error.status !== 401) return undefined;
  const { code, inner } = error;
  if (typeof code !== 'string' || !isThrown(inner)) return undefined;
  return code === 'invalid_token' ? (mapRefusedToken(inner) ?? JWT_ERROR) : UNAUTHORIZED;
}
