import type { AuthOsErrorCode } from '../../contract/authos-error-code.js';
import { AUTHOS_ERRORS } from '../../contract/authos-errors.js';

const BRAND = Symbol.for('nestjs-authos-errors/graphql-answer');

/**
 * What a client may know of an error, as an Error: graphql-js takes its message and its extensions. It takes the stack
 * as well, which Apollo sends outside of production.
 */
export class GraphQLAnswer extends Error {
  override readonly stack: string;

  constructor(
    message: string,
    readonly errorCode: AuthOsErrorCode,
    /** Of an HTTP response that has nothing but this error. */
    readonly status: number,
    readonly extensions: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.stack = `Error: ${message}`;
  }

  /** Mercurius takes it for the stream of a subscription when it is asked to filter that. */
  [Symbol.asyncIterator](): never {
    throw this;
  }

  /** Known across copies of the package, where `instanceof` is not. */
  get [BRAND](): true {
    return true;
  }
}

/** Recognises a GraphQLAnswer of this or another copy of the package. */
export function isGraphQLAnswer(value: unknown): value is GraphQLAnswer {
  try {
    return typeof value === 'object' && value !== null && BRAND in value;
  } catch {
    return false;
  }
}

/** Where nothing was executed, the HTTP status says what is wrong: Apollo reads it in one place, Fastify in the other. */
export function refusalOf({
  message,
  errorCode,
  status,
  extensions,
}: GraphQLAnswer): GraphQLAnswer {
  const http = { status };
  const refusal = new GraphQLAnswer(message, errorCode, status, { ...extensions, http });
  return Object.assign(refusal, { statusCode: status });
}

/** What GraphQL clients switch on: they sign in again on UNAUTHENTICATED. */
export function clientCodeOf(code: AuthOsErrorCode): string {
  switch (AUTHOS_ERRORS[code].status) {
    case 401:
      return 'UNAUTHENTICATED';
    case 403:
      return 'FORBIDDEN';
    case 500:
      return 'INTERNAL_SERVER_ERROR';
    default:
      return code;
  }
}
