import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { codeOfStatus, isClientError } from '../../status-code.js';

/**
 * Errors of http-errors, body-parser and Fastify, recognised by the rule of Nest's built-in filter.
 * They speak about this request, unlike every other error with a status.
 */
export function mapHttpError(error: UnknownObject): SourceMapping | undefined {
  const { code, statusCode } = error;
  if (typeof statusCode !== 'number') return undefined;
  if (typeof code === 'string' && code.startsWith('FST_ERR_')) {
    const written = code === 'FST_ERR_VALIDATION' && isClientError(statusCode);
    return answer(statusCode, written ? error.message : undefined);
  }
  if (typeof error.expose !== 'boolean' || error.status !== statusCode) return undefined;
  // The parser's text quotes the body that it could not read.
  const written = error.expose && isClientError(statusCode) && error.type !== 'entity.parse.failed';
  return answer(statusCode, written ? error.message : undefined);
}

function answer(status: number, text: unknown): SourceMapping {
  return {
    code: codeOfStatus(status),
    status,
    message: typeof text === 'string' ? text : undefined,
  };
}
