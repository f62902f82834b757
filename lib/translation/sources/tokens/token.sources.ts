import type { SourceMapper } from '../../source-mapper.js';
import { mapAuthOsTokenError } from './authos-token.mapper.js';
import { mapExpressJwtError } from './express-jwt.mapper.js';
import { mapFastJwtError } from './fast-jwt.mapper.js';
import { mapJoseError } from './jose.mapper.js';
import { mapJsonWebTokenError } from './jsonwebtoken.mapper.js';

/** Libraries that verify tokens. */
export const TOKEN_SOURCES: readonly SourceMapper[] = [
  mapJsonWebTokenError,
  mapJoseError,
  mapFastJwtError,
  mapExpressJwtError,
  mapAuthOsTokenError,
];
