import { type AuthOsErrorCode, isAuthOsErrorCode } from '../../../contract/authos-error-code.js';
import { isHttpException } from '../../http-exception.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { codeOfStatus, isClientError } from '../../status-code.js';
import { validationText } from '../../validation-text.js';

/** JSON.parse quotes what it could not read, which is the request's body. */
const QUOTES_THE_BODY = /^Unexpected token .* is not valid JSON$/s;
const MALFORMED_JSON = 'The request body is not valid JSON.';

/** Nest's HttpException of any version and copy: by the code it carries, else by its status. */
export function mapHttpException(error: UnknownObject): SourceMapping | undefined {
  if (!isHttpException(error)) return undefined;
  const status = Number(error.getStatus());
  const body = error.getResponse();
  const text = bodyText(body);
  const code = carriedCode(error, body) ?? codeOfStatus(status);
  // People write `new InternalServerErrorException(err.message)`: only a 4xx text is meant for the client.
  return isClientError(status)
    ? { code, status, message: text }
    : { code, status, serverMessage: text };
}

function carriedCode(error: UnknownObject, body: unknown): AuthOsErrorCode | undefined {
  if (isAuthOsErrorCode(error.errorCode)) return error.errorCode;
  return isObject(body) && isAuthOsErrorCode(body.error_code) ? body.error_code : undefined;
}

function bodyText(body: unknown): string | undefined {
  if (!isObject(body)) return typeof body === 'string' ? withoutBody(body) : undefined;
  const issues = Array.isArray(body.errors) ? validationText(body.errors) : undefined;
  const text = issues ?? validationText(body.message);
  if (text !== undefined) return withoutBody(text);
  // An envelope that the application made itself, or a body with no other text.
  return typeof body.error === 'string' ? withoutBody(body.error) : undefined;
}

function withoutBody(text: string): string {
  return QUOTES_THE_BODY.test(text) ? MALFORMED_JSON : text;
}
