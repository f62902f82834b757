import { AUTHOS_ERRORS, type AuthOsErrorCode, isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
import { SECRET } from '../../support/expect-failure.js';

/** An error of a GraphQL response. */
export interface GraphQLErrorJson {
  message: string;
  locations?: unknown;
  path?: readonly unknown[];
  extensions: Record<string, unknown>;
}

export interface ExpectedError {
  readonly code: AuthOsErrorCode;
  /** What the client reads; the text of the code by default. */
  readonly text?: string | undefined;
  /** What GraphQL clients switch on; by the code by default. */
  readonly clientCode?: string;
  readonly retryAfter?: number | undefined;
  readonly path?: readonly unknown[] | undefined;
  /** What the application has added. */
  readonly extensions?: object;
}

/** Holds a whole error of a GraphQL response against the contract. */
export function expectError(error: GraphQLErrorJson | undefined, expected: ExpectedError): void {
  const { code, text, clientCode, retryAfter, path, extensions } = expected;
  const { locations, ...rest } = error ?? { locations: undefined };
  expect(rest).toEqual({
    message: text ?? AUTHOS_ERRORS[code].message,
    ...(path && { path: path.map(expectKey) }),
    extensions: {
      code: clientCode ?? clientCodeOf(code),
      error_code: code,
      timestamp: expect.any(String),
      ...(retryAfter !== undefined && { retry_after: retryAfter }),
      ...extensions,
    },
  });
  const { message, extensions: sent } = error!;
  expect(isAuthOsErrorEnvelope({ error: message, ...sent })).toBe(true);
  expect(Object.keys(sent).slice(0, 3)).toEqual(['code', 'error_code', 'timestamp']);
  expect(JSON.stringify(error)).not.toContain(SECRET);
  expect(Array.isArray(locations) || locations === undefined).toBe(true);
}

/** Mercurius sends the places of a list as strings. */
function expectKey(key: unknown): unknown {
  return typeof key === 'number' ? expect.anything() : key;
}

function clientCodeOf(code: AuthOsErrorCode): string {
  const codes: Readonly<Record<number, string>> = {
    401: 'UNAUTHENTICATED',
    403: 'FORBIDDEN',
    500: 'INTERNAL_SERVER_ERROR',
  };
  return codes[AUTHOS_ERRORS[code].status] ?? code;
}
