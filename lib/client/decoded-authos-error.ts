import type { AuthOsErrorCode } from '../contract/authos-error-code.js';

interface Answer {
  /** Whole seconds until the server wants to be asked again, from `Retry-After` or `retry_after`; undefined when it does not say. */
  retryAfter: number | undefined;
  /**
   * True when the same request may succeed later as it is: the server says when, or the code or the status speaks of
   * a limit or of something behind the server. Repeat only requests that may be made twice.
   */
  isRetryable: boolean;
}

interface EnvelopeAnswer extends Answer {
  /** The text for a person. */
  error: string;
  /** As the server sent it: UTC, RFC 3339. */
  timestamp: string;
}

/**
 * An envelope with one of the 23 codes. It is a union with one member for each code, so a `switch` over `code` can be
 * checked for completeness.
 *
 * @example
 * const pending: Extract<KnownAuthOsError, { code: 'DEVICE_CODE_PENDING' }>;
 *
 * @publicApi
 */
export type KnownAuthOsError = {
  [Code in AuthOsErrorCode]: EnvelopeAnswer & {
    kind: 'known-code';
    code: Code;
    /** The HTTP status; of another transport that of the code. */
    status: number;
  };
}[AuthOsErrorCode];

/**
 * An envelope with a code that this version of the package does not know: the server is newer.
 *
 * @example
 * if (error.kind === 'unknown-code') console.warn(error.code);
 *
 * @publicApi
 */
export interface UnknownAuthOsError extends EnvelopeAnswer {
  kind: 'unknown-code';
  code: string;
  /** The HTTP status; undefined on another transport. */
  status: number | undefined;
}

/**
 * An answer that is no envelope, such as the HTML of a proxy.
 *
 * @example
 * if (error.kind === 'not-an-envelope') console.warn(error.status, error.body);
 *
 * @publicApi
 */
export interface NotAnAuthOsError extends Answer {
  kind: 'not-an-envelope';
  code: undefined;
  /** The HTTP status; undefined on another transport. */
  status: number | undefined;
  /** The body as text. */
  body: string;
}

/**
 * What decodeAuthOsError and decodeAuthOsPayload return.
 *
 * @example
 * function textOf(error: DecodedAuthOsError): string {
 *   return error.kind === 'not-an-envelope' ? `The server answered ${error.status}.` : error.error;
 * }
 *
 * @publicApi
 */
export type DecodedAuthOsError = KnownAuthOsError | UnknownAuthOsError | NotAnAuthOsError;
