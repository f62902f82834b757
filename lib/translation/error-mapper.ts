import type { ArgumentsHost } from '@nestjs/common';
import type { AuthOsErrorCode } from '../contract/authos-error-code.js';

/**
 * What a mapper says about a thrown value it recognises.
 *
 * @example
 * const busy: ErrorMapping = { code: 'TOO_MANY_REQUESTS', message: 'All printers are busy.', retryAfter: 30 };
 *
 * @publicApi
 */
export interface ErrorMapping {
  code: AuthOsErrorCode;
  /** A text written for the client. The code's default text by default. */
  message?: string;
  /** Seconds until the client may try again, sent as `Retry-After`. Not sent by default. */
  retryAfter?: number;
  /** Headers of the response, in addition to those of the contract. None by default. */
  headers?: Readonly<Record<string, string>>;
}

/**
 * Recognises a thrown value, or returns `undefined` and leaves it to the next mapper.
 * It is synchronous. One that throws is logged and passed over.
 *
 * @example
 * const mapPaymentError: ErrorMapper = (error) =>
 *   error instanceof PaymentDeclined ? { code: 'BILLING_ERROR', message: 'The payment was declined.' } : undefined;
 *
 * @publicApi
 */
export type ErrorMapper = (error: unknown, host?: ArgumentsHost) => ErrorMapping | undefined;
