import type { Response } from 'supertest';
import { AUTHOS_ERRORS, type AuthOsErrorCode } from 'nestjs-authos-errors';

interface Expected {
  error?: string;
  status?: number;
  headers?: Record<string, string>;
}

/** Holds a whole response against the contract: status, headers, and exactly the three members in their order. */
export function expectEnvelope(
  response: Response,
  code: AuthOsErrorCode,
  { error, status, headers = {} }: Expected = {},
): void {
  const definition = AUTHOS_ERRORS[code];
  expect({ status: response.status, body: response.body }).toEqual({
    status: status ?? definition.status,
    body: {
      error: error ?? definition.message,
      error_code: code,
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    },
  });
  expect(Object.keys(response.body)).toEqual(['error', 'error_code', 'timestamp']);
  expect(response.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': String(Buffer.byteLength(response.text)),
    ...headers,
  });
  expect(response.headers).not.toHaveProperty('etag');
}
