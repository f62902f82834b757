import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { JWT_ERROR, TOKEN_EXPIRED } from './token-mapping.js';

/** The token verifier of the AuthOS SDK for Node. Its message quotes the token's header. */
export function mapAuthOsTokenError(error: UnknownObject): SourceMapping | undefined {
  if (error.name !== 'TokenVerificationError' || typeof error.code !== 'string') return undefined;
  return error.code === 'TOKEN_EXPIRED' ? TOKEN_EXPIRED : JWT_ERROR;
}
