import type { ServiceError } from '@grpc/grpc-js';
import { AUTHOS_ERRORS, type AuthOsErrorCode, isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
import { SECRET } from '../../../support/expect-failure.js';
import { statusDetails } from './status-details.js';

export interface ExpectedStatus {
  readonly code: AuthOsErrorCode;
  /** What the client reads; the text of the code by default. */
  readonly text?: string;
  readonly retryAfter?: number | undefined;
}

/** What HTTP/2 and grpc-js have there of their own. */
const OF_THE_TRANSPORT = ['content-type', 'date', 'content-length'];

/** Holds the whole of what a call ended with against the contract. */
export function expectStatus(error: ServiceError | undefined, expected: ExpectedStatus): void {
  const { code, text = AUTHOS_ERRORS[code].message, retryAfter } = expected;
  const status = grpcStatusOf(code);
  const { 'grpc-status-details-bin': details, ...trailers } = trailersOf(error);
  expect({ status: error?.code, text: error?.details, trailers }).toEqual({
    status,
    text,
    trailers: {
      'authos-error-code': code,
      'authos-timestamp': expect.any(String),
      ...(retryAfter !== undefined && { 'authos-retry-after': `${retryAfter}` }),
    },
  });
  const timestamp = trailers['authos-timestamp'];
  expect(isAuthOsErrorEnvelope({ error: text, error_code: code, timestamp })).toBe(true);
  expect(statusDetails(details as Buffer)).toEqual({
    code: status,
    message: text,
    'google.rpc.ErrorInfo': { reason: code, domain: 'authos', metadata: { timestamp } },
    ...(retryAfter !== undefined && {
      'google.rpc.RetryInfo': { retryDelay: { seconds: retryAfter, nanos: 0 } },
    }),
  });
  expect([error?.message, ...Object.values(trailers), details].join()).not.toContain(SECRET);
}

export function trailersOf(error: ServiceError | undefined): Record<string, unknown> {
  const all = Object.entries(error?.metadata.getMap() ?? {});
  return Object.fromEntries(all.filter(([name]) => !OF_THE_TRANSPORT.includes(name)));
}

/** By the reference's status, but where gRPC has a status that says the same as the code. */
function grpcStatusOf(code: AuthOsErrorCode): number {
  const exact: Partial<Record<AuthOsErrorCode, number>> = {
    BAD_REQUEST: 3,
    DUPLICATE_CONSTRAINT: 6,
    GENERIC_ERROR: 2,
  };
  const byStatus = { 400: 9, 401: 16, 403: 7, 404: 5, 429: 8, 500: 13 };
  return exact[code] ?? byStatus[AUTHOS_ERRORS[code].status];
}
