import type { SourceMapping } from '../../source-mapper.js';
import { isClientError } from '../../status-code.js';
import type { UnknownObject } from '../../unknown-object.js';
import { LIBRARY_SOURCES } from '../library.sources.js';
import { refusal } from './refusal.js';

/**
 * Errors of http-errors, as body-parser, csrf-csrf and @fastify/sensible make them, recognised by the rule of Nest's
 * built-in filter. They speak of this request, unlike every other error with a status.
 */
export function mapHttpError(error: UnknownObject): SourceMapping | undefined {
  const { statusCode } = error;
  if (typeof statusCode !== 'number') return undefined;
  if (typeof error.expose !== 'boolean' || error.status !== statusCode) return undefined;
  const written =
    error.expose &&
    isClientError(statusCode) &&
    // The parser's text quotes the body that it could not read.
    error.type !== 'entity.parse.failed' &&
    !isForeign(error);
  return refusal(statusCode, written ? error.message : undefined);
}

/** `createError(404, error)` exposes the text of any error: that of Node names a path, that of a library a value. */
export function isForeign(error: UnknownObject): boolean {
  return typeof error.syscall === 'string' || LIBRARY_SOURCES.some((map) => map(error));
}
