import { types } from 'node:util';
import { ConflictException } from '@nestjs/common';
import { AUTHOS_ERRORS, type AuthOsErrorCode } from 'nestjs-authos-errors';
import { answerOf } from './answer-of.js';
import { SECRET } from './expect-failure.js';
import { translate } from './translate.js';

interface Refusal {
  code: AuthOsErrorCode;
  /** What the library answers by itself. */
  status: number;
  message?: string;
  retryAfter?: number;
  headers?: Readonly<Record<string, string>>;
}

/**
 * Holds the whole translation of a refusal of this request: thrown as it is, at its own status, and as the cause of an
 * application's own errors.
 */
export function expectRefusal(error: unknown, { code, status, ...told }: Refusal): void {
  const expected = {
    code,
    status: AUTHOS_ERRORS[code].status,
    message: undefined,
    retryAfter: undefined,
    headers: undefined,
    ...told,
  };
  expect(translate(error)).toEqual(expected);
  const preserved = { ...expected, status };
  expect(translate(error, { httpStatus: 'preserve', exposeServerMessages: true })).toEqual(
    preserved,
  );
  const { wire } = answerOf(error);
  expect(wire).toContain(`"error_code":"${code}"`);
  expect(wire).not.toContain(SECRET);
}

/** Libraries judge this request also below an error of the application, unless it says what it is. */
export function expectRefusalAsCause(error: unknown, refusal: Refusal): void {
  expectRefusal(error, refusal);
  expectRefusal(new Error('saving failed', { cause: error }), refusal);
  expect(translate(new ConflictException('Taken.', { cause: error }))).toMatchObject({
    code: 'DUPLICATE_CONSTRAINT',
    message: 'Taken.',
  });
}

/** An error of an unknown library, with what the errors of a known one have. */
export class UpstreamError extends Error {
  constructor(properties: object) {
    super(SECRET);
    Object.assign(this, properties);
  }
}

/** Holds an error to be unknown: nothing of it is this application's answer. */
export function expectUnknown(error: unknown): void {
  expect(translate(error, { httpStatus: 'preserve', exposeServerMessages: true })).toEqual({
    code:
      types.isNativeError(error) || error instanceof Error
        ? 'INTERNAL_SERVER_ERROR'
        : 'GENERIC_ERROR',
    status: 500,
    message: undefined,
    retryAfter: undefined,
    headers: undefined,
  });
}
