import type { SourceMapper } from '../../source-mapper.js';
import { withFields } from '../with-fields.js';
import { mapAuthOsTokenError } from './authos-token.mapper.js';
import { mapAwsJwtError } from './aws-jwt-verify.mapper.js';
import { mapBearerRefusal } from './bearer.mapper.js';
import { mapBetterAuthError } from './better-auth.mapper.js';
import { mapClerkTokenError } from './clerk.mapper.js';
import { mapExpressJwtError } from './express-jwt.mapper.js';
import { mapFastJwtError } from './fast-jwt.mapper.js';
import { mapFastifyJwtError } from './fastify-jwt.mapper.js';
import { mapFirebaseError } from './firebase.mapper.js';
import { mapGoogleIdTokenError } from './google-id-token.mapper.js';
import { mapJoseError } from './jose.mapper.js';
import { mapJsonWebTokenError } from './jsonwebtoken.mapper.js';
import { mapKeyServerError } from './key-server.mapper.js';
import { mapPasetoError } from './paseto.mapper.js';
import { mapPassportFailure } from './passport-failure.mapper.js';
import { mapSupabaseAuthError } from './supabase-auth.mapper.js';

/** Libraries that verify tokens. */
export const TOKEN_SOURCES: readonly SourceMapper[] = [
  withFields(
    mapJsonWebTokenError,
    mapJoseError,
    mapFastJwtError,
    mapFastifyJwtError,
    mapExpressJwtError,
    mapPassportFailure,
    mapKeyServerError,
    mapBearerRefusal,
    mapAuthOsTokenError,
    mapFirebaseError,
    mapSupabaseAuthError,
    mapClerkTokenError,
    mapBetterAuthError,
    mapPasetoError,
    mapAwsJwtError,
  ),
  mapGoogleIdTokenError,
];
