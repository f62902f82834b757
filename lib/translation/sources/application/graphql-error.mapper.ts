import type { ArgumentsHost } from '@nestjs/common';
import { type AuthOsErrorCode, isAuthOsErrorCode } from '../../../contract/authos-error-code.js';
import { AUTHOS_ERRORS } from '../../../contract/authos-errors.js';
import { type GraphQLErrorLike, isGraphQLError, layersOf } from '../../graphql-error.js';
import { isHttpException } from '../../http-exception.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isClientError } from '../../status-code.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';

/**
 * A GraphQLError was written for the client, by the application or by GraphQL about the client's own document. Elsewhere
 * it comes from another server.
 */
export function mapGraphQLError(
  error: UnknownObject,
  host?: ArgumentsHost,
): SourceMapping | undefined {
  if (!('positions' in error) || host?.getType<string>() !== 'graphql') return undefined;
  if (!isGraphQLError(error)) return undefined;
  const text = ownText(error);
  // One that only repeats the error below it is no more than that.
  if (!text) return undefined;
  const code = codeOf(error);
  return AUTHOS_ERRORS[code].status < 500 ? { code, message: text } : { code };
}

function codeOf({ extensions, path }: GraphQLErrorLike): AuthOsErrorCode {
  const { code, error_code } = extensions;
  if (isAuthOsErrorCode(error_code)) return error_code;
  if (isAuthOsErrorCode(code)) return code;
  if (code === 'UNAUTHENTICATED') return 'UNAUTHORIZED';
  // A field that cannot be serialised is the server's fault, and the text quotes its value.
  return code === undefined && Array.isArray(path) ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
}

/** GraphQL quotes what the parser of a scalar threw. */
function ownText(error: GraphQLErrorLike): string {
  const { message } = error;
  const below = layersOf(error).at(-1);
  if (!isObject(below) || isGraphQLError(below) || isForTheClient(below)) return message;
  const foreign = below.message;
  if (typeof foreign !== 'string' || !foreign || !message.endsWith(foreign)) return message;
  return message.slice(0, -foreign.length).replace(/[;\s]+$/, '');
}

function isForTheClient(error: UnknownObject): boolean {
  return isHttpException(error) && isClientError(Number(error.getStatus()));
}
