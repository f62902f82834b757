import type { ArgumentsHost } from '@nestjs/common';
import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import type { AuthOsErrorEnvelope } from '../contract/authos-error-envelope.js';

/**
 * What `onError` learns of an error.
 *
 * @example
 * AuthOsErrorsModule.forRoot({ onError: ({ status, error }) => void (status >= 500 && Sentry.captureException(error)) });
 *
 * @publicApi
 */
export interface ErrorReport {
  code: AuthOsErrorCode;
  /** The HTTP status of the response, or the one that it would have had when it was already under way. */
  status: number;
  /** The log line, with the original message; not for the client. */
  message: string;
  /** The thrown value itself. */
  error: unknown;
  /** What the client received, or would have received. */
  envelope: AuthOsErrorEnvelope;
  /**
   * Without a request where Node's HTTP parser gave up before there was one. Undefined for an error that
   * AuthOsErrorReporter was given.
   */
  host?: ArgumentsHost | undefined;
}
