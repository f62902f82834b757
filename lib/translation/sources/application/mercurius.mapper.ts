import type { SourceMapping } from '../../source-mapper.js';
import { codeOfStatus, isClientError } from '../../status-code.js';
import type { UnknownObject } from '../../unknown-object.js';

/** Mercurius's refusals of a request. Clients of persisted queries read their texts. */
export function mapMercuriusRefusal(error: UnknownObject): SourceMapping | undefined {
  const { code, statusCode, message } = error;
  if (typeof code !== 'string' || !code.startsWith('MER_ERR_')) return undefined;
  if (typeof statusCode !== 'number' || !isClientError(statusCode)) return undefined;
  // What JSON.parse says of the variables gets the same code.
  const written = error.name === 'FastifyError' && typeof message === 'string';
  const mapping = { code: codeOfStatus(statusCode), status: statusCode };
  return written ? { ...mapping, message } : mapping;
}
