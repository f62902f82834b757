import type { SourceMapping, Thrown } from '../source-mapper.js';
import { mapAuthOsTokenError } from './authos-token.mapper.js';
import { mapExpressJwtError } from './express-jwt.mapper.js';
import { mapFastJwtError } from './fast-jwt.mapper.js';
import { mapJoseError } from './jose.mapper.js';
import { mapJsonWebTokenError } from './jsonwebtoken.mapper.js';

/** The libraries that verify tokens. */
export function mapTokenError(error: Thrown): SourceMapping | undefined {
  return (
    mapJsonWebTokenError(error) ??
    mapJoseError(error) ??
    mapFastJwtError(error) ??
    mapExpressJwtError(error) ??
    mapAuthOsTokenError(error)
  );
}
