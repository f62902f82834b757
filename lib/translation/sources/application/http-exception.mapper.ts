import { type AuthOsErrorCode, isAuthOsErrorCode } from '../../../contract/authos-error-code.js';
import { firstMapping } from '../../first-mapping.js';
import { bodyOf, type HttpExceptionLike, isHttpException, statusOf } from '../../http-exception.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { codeOfStatus, isClientError } from '../../status-code.js';
import { validationText } from '../../validation-text.js';
import { isForeign } from '../http/http-error.mapper.js';
import { LIBRARY_SOURCES } from '../library.sources.js';

const MALFORMED_JSON = 'The request body is not valid JSON.';

/** Nest's HttpException of any version and copy: by the code it carries, else by its status. */
export function mapHttpException(error: UnknownObject): SourceMapping | undefined {
  if (!isHttpException(error)) return undefined;
  const status = statusOf(error);
  const body = bodyOf(error);
  const code = carriedCode(error, body) ?? codeOfStatus(status);
  const adapted = adaptedError(error, status, body);
  if (adapted && isForeign(adapted)) return mapForeign(adapted) ?? { code, status };
  const text = bodyText(body);
  // People write `new InternalServerErrorException(err.message)`: only a 4xx text is meant for the client.
  return isClientError(status)
    ? { code, status, message: text }
    : { code, status, serverMessage: text };
}

function carriedCode(error: UnknownObject, body: unknown): AuthOsErrorCode | undefined {
  if (isAuthOsErrorCode(error.errorCode)) return error.errorCode;
  return isObject(body) && isAuthOsErrorCode(body.error_code) ? body.error_code : undefined;
}

/**
 * What middleware or a hook threw, where Nest's adapter made an exception of it. The adapter copies its status and its
 * text, as an application would that answers for it on purpose: but that one throws the class of the status.
 */
function adaptedError(
  { cause }: HttpExceptionLike,
  status: number,
  body: unknown,
): UnknownObject | undefined {
  return isObject(cause) && cause.statusCode === status && cause.message === body
    ? cause
    : undefined;
}

/** `createError(404, error)` says by itself what it is for this request; an error of @fastify/jwt does not. */
function mapForeign(error: UnknownObject): SourceMapping | undefined {
  return typeof error.expose === 'boolean' ? undefined : firstMapping(LIBRARY_SOURCES, error);
}

/**
 * The application's own words. The member that says most of what is wrong wins: the single errors, the message, and last
 * the short name of the error, which Nest writes by itself.
 */
function bodyText(body: unknown): string | undefined {
  if (!isObject(body)) return wordsOf(body);
  if (Array.isArray(body)) return wordsOf(body);
  return (
    wordsOf(body.errors) ||
    wordsOf(body.message) ||
    wordsOf(body.detail) ||
    wordsOf(body.title) ||
    wordsOf(isObject(body.error) ? body.error.message : undefined) ||
    wordsOf(body.error)
  );
}

function wordsOf(member: unknown): string | undefined {
  const text = validationText(member);
  return text === undefined ? undefined : withoutBody(text);
}

/** JSON.parse quotes what it could not read, which is the request's body. */
function withoutBody(text: string): string {
  return text.startsWith('Unexpected token ') && text.endsWith(' is not valid JSON')
    ? MALFORMED_JSON
    : text;
}
