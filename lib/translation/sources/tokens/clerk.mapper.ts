import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { JWT_ERROR, SERVER_FAULT, TOKEN_EXPIRED } from './token-mapping.js';

/** @clerk/backend. Its `name` is "Error"; its reasons begin with what is to blame: token, key or secret. */
export function mapClerkTokenError(error: UnknownObject): SourceMapping | undefined {
  const { reason } = error;
  if (typeof reason !== 'string' || typeof error.getFullMessage !== 'function') return undefined;
  if (!Object.hasOwn(error, 'action')) return undefined;
  if (reason === 'token-expired') return TOKEN_EXPIRED;
  return reason.startsWith('token-') || reason === 'jwk-kid-mismatch' ? JWT_ERROR : SERVER_FAULT;
}
