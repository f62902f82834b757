import type { SourceMapping } from '../../source-mapper.js';
import { isClientError } from '../../status-code.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

/**
 * Fastify, its plugins and whatever else is made with @fastify/error: it speaks of this request. Only what a schema
 * found was written for the client: other texts may quote the error below them.
 */
export function mapFastifyError(error: UnknownObject): SourceMapping | undefined {
  const { statusCode } = error;
  if (typeof statusCode !== 'number') return undefined;
  const { code } = error;
  if (typeof code !== 'string') return undefined;
  // Validation fails with a plain Error, which has nothing but the code.
  if (!code.startsWith('FST_') && error.name !== 'FastifyError') return undefined;
  // @fastify/reply-from wraps what the network said: then the cause decides.
  if (!isClientError(statusCode) && isObject(error.cause)) return undefined;
  const written = code === 'FST_ERR_VALIDATION' && isClientError(statusCode);
  return refusal(statusCode, written ? error.message : undefined);
}
