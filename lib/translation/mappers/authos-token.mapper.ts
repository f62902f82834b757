import type { SourceMapping, Thrown } from '../source-mapper.js';
import { JWT_ERROR, TOKEN_EXPIRED } from './token-mapping.js';

/** The token verifier of the AuthOS SDK for Node. Its message quotes the token's header. */
export function mapAuthOsTokenError(error: Thrown): SourceMapping | undefined {
  if (error.name !== 'TokenVerificationError' || typeof error.code !== 'string') return undefined;
  return error.code === 'TOKEN_EXPIRED' ? TOKEN_EXPIRED : JWT_ERROR;
}
