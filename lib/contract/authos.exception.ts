import { HttpException } from '@nestjs/common';
import { AuthOsErrorCode, isAuthOsErrorCode } from './authos-error-code.js';
import { AUTHOS_ERRORS } from './authos-errors.js';
import { type AuthOsErrorEnvelope, createEnvelope } from './authos-error-envelope.js';
import { A_BOOLEAN, checkOptions, type Rule, wrongValue } from './rule.js';
import { isSeconds } from './seconds.js';

const BRAND = Symbol.for('nestjs-authos-errors/exception');

/**
 * What an {@link AuthOsException} carries besides its code and text.
 *
 * @example
 * const options: AuthOsExceptionOptions = { cause: error, retryAfter: 5 };
 *
 * @publicApi
 */
export interface AuthOsExceptionOptions {
  /** The original error. It goes to the log and never to the client. */
  cause?: unknown;
  /** Seconds until the client may try again, sent as `Retry-After` (RFC 9110, 10.2.3). Not sent by default. */
  retryAfter?: number;
  /** Headers of the response, in addition to those of the contract. None by default. */
  headers?: Readonly<Record<string, string>>;
  /**
   * Whether the error takes the frames of its stack. To take them costs more than the whole rest of the error. By
   * default a 4xx has none where `NODE_ENV` is `production`, and its `stack` is its name and message; a 5xx has them.
   */
  captureStackTrace?: boolean;
}

/**
 * An error with one of the 23 codes; its message is written for the client.
 * It is an HttpException with the status of the code and the envelope as its body, so an
 * application without the filter answers the same.
 *
 * The message defaults to the text that {@link AUTHOS_ERRORS} holds for the code. In production a 4xx has no stack
 * frames, unless `captureStackTrace` asks for them.
 *
 * @throws TypeError when `code` is none of the 23, `retryAfter` is not a number of seconds from 0, or
 * `captureStackTrace` is neither true nor false.
 *
 * @example
 * throw new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in on your phone.', { retryAfter: 5 });
 *
 * @publicApi
 */
export class AuthOsException extends HttpException {
  readonly code: AuthOsErrorCode;
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;

  constructor(code: AuthOsErrorCode, message?: string, options: AuthOsExceptionOptions = {}) {
    checkArguments(code, message, options);
    const { cause, retryAfter, headers, captureStackTrace } = options;
    const { status, message: text } = AUTHOS_ERRORS[code];
    const captures = captureStackTrace ?? (status >= 500 || process.env.NODE_ENV !== 'production');
    const { stackTraceLimit } = Error;
    if (!captures) setStackTraceLimit(0);
    try {
      super(message || text, status, { cause });
    } finally {
      if (!captures) setStackTraceLimit(stackTraceLimit);
    }
    this.name = 'AuthOsException';
    this.code = code;
    this.retryAfter = retryAfter;
    this.headers = headers;
  }

  /** The envelope, which is the body of the answer in an application without the filter. */
  override getResponse(): AuthOsErrorEnvelope {
    return createEnvelope(this.code, this.message);
  }

  /** Known across copies of the package, where `instanceof` is not. */
  get [BRAND](): true {
    return true;
  }
}

/** Recognises an AuthOsException of this or another copy of the package. */
export function isAuthOsException(value: unknown): value is AuthOsException {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as Record<symbol, unknown>)[BRAND] === true
  );
}

const CALLER = 'AuthOsException';
const RULES: Readonly<Record<keyof AuthOsExceptionOptions, Rule>> = {
  cause: [() => true, 'anything'],
  retryAfter: [isSeconds, 'a number of seconds from 0'],
  headers: [(value) => typeof value === 'object' && value !== null, 'an object of strings'],
  captureStackTrace: A_BOOLEAN,
};

function checkArguments(code: unknown, message: unknown, options: object): void {
  if (!isAuthOsErrorCode(code)) {
    throw wrongValue(CALLER, 'the code', code, `one of ${Object.keys(AuthOsErrorCode).join(', ')}`);
  }
  if (message !== undefined && typeof message !== 'string') {
    throw wrongValue(CALLER, 'the message', message, 'a string');
  }
  checkOptions(CALLER, options, RULES);
}

function setStackTraceLimit(limit: number): void {
  try {
    Error.stackTraceLimit = limit;
  } catch {
    // It is frozen, and the stack stays.
  }
}
