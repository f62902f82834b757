import { readFileSync } from 'node:fs';
import { AUTHOS_ERRORS, type AuthOsErrorCode } from 'nestjs-authos-errors';
import type { Response } from 'supertest';

const REFERENCE = new URL('../../../test/fixtures/error-codes.json', import.meta.url);
const STATUS = new Map(
  (JSON.parse(readFileSync(REFERENCE, 'utf8')) as { code: string; status: number }[]).map(
    ({ code, status }) => [code, status],
  ),
);
const CHALLENGE: Partial<Record<AuthOsErrorCode, string>> = {
  UNAUTHORIZED: 'Bearer',
  TOKEN_EXPIRED: 'Bearer error="invalid_token"',
  JWT_ERROR: 'Bearer error="invalid_token"',
};

export interface ExpectedEnvelope {
  /** The text for the client. Left out, it is any text for a 4xx and the default one for a 5xx. */
  error?: string | RegExp;
  /** Headers in addition to those of the contract. */
  headers?: Record<string, string | RegExp>;
}

/** Holds a response against the whole contract: status, headers, the three members and their order. */
export function expectEnvelope(
  response: Pick<Response, 'status' | 'headers' | 'body'>,
  code: AuthOsErrorCode,
  { error = textOf(code), headers = {} }: ExpectedEnvelope = {},
): void {
  expect({ status: response.status, body: response.body as unknown }).toEqual({
    status: STATUS.get(code),
    body: {
      error: typeof error === 'string' ? error : expect.stringMatching(error),
      error_code: code,
      timestamp: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
    },
  });
  expect(Object.keys(response.body as object)).toEqual(['error', 'error_code', 'timestamp']);
  expect(response.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...matching(headers),
  });
  expect(response.headers).not.toHaveProperty('etag');
  expect(response.headers['www-authenticate']).toBe(CHALLENGE[code]);
  if (code === 'TOO_MANY_REQUESTS') {
    expect(response.headers['retry-after']).toMatch(/^[1-9]\d*$/);
  }
}

/** Nothing that a failing server has to say leaves it. */
function textOf(code: AuthOsErrorCode): string | RegExp {
  const { status, message } = AUTHOS_ERRORS[code];
  return status >= 500 ? message : /./;
}

function matching(headers: Record<string, string | RegExp>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      typeof value === 'string' ? value : expect.stringMatching(value),
    ]),
  );
}
