import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { JWT_ERROR, TOKEN_EXPIRED } from './token-mapping.js';

const EXPIRED = new Set<unknown>(['token is expired', 'maxTokenAge exceeded']);

/** paseto. All that is wrong with claims has one code, so its constant texts tell. */
export function mapPasetoError(error: UnknownObject): SourceMapping | undefined {
  const { code, name } = error;
  if (typeof code !== 'string' || !code.startsWith('ERR_PASETO_')) return undefined;
  if (typeof name !== 'string' || !name.startsWith('Paseto')) return undefined;
  return EXPIRED.has(error.message) ? TOKEN_EXPIRED : JWT_ERROR;
}
