import {
  BadRequestException,
  ConflictException,
  ForbiddenException,
  HttpException,
  InternalServerErrorException,
  NotFoundException,
  ServiceUnavailableException,
  UnauthorizedException,
  UnprocessableEntityException,
} from '@nestjs/common';
import { PrismaClientKnownRequestError } from '@prisma/client/runtime/client';
import jsonwebtoken from 'jsonwebtoken';
import { AUTHOS_ERRORS, type AuthOsErrorCode, AuthOsException } from 'nestjs-authos-errors';
import pg from 'pg';
import Stripe from 'stripe';
import { SECRET } from '../support/expect-failure.js';

/** A value that a handler throws, and what becomes of it on every transport. */
export interface ThrownValue {
  /** A name for the test, and for the handler that throws it. */
  readonly name: string;
  readonly thrown: () => unknown;
  readonly code: AuthOsErrorCode;
  /** What the client reads. */
  readonly text: string;
  /** Whole seconds. */
  readonly retryAfter?: number;
}

/** The secret is in every place that is not for the client. */
export const THROWN_VALUES: readonly ThrownValue[] = [
  ...said('BAD_REQUEST', 'The name is missing.', {
    'a 400': () => new BadRequestException('The name is missing.', hidden()),
    'a 422': () =>
      new UnprocessableEntityException('The name is missing.', { description: SECRET }),
    'a 400 with a string as its body': () =>
      new HttpException('The name is missing.', 400, hidden()),
    'a 400 with an object as its body': () =>
      new HttpException({ message: 'The name is missing.', sql: SECRET }, 400),
    'texts of the validation pipe': () => new BadRequestException(['The name is missing.']),
    'raw validation errors': () => [validationError()],
    'validation errors in an exception': () => new BadRequestException([validationError()]),
  }),
  ...said('UNAUTHORIZED', 'No token was given.', {
    'a 401': () => new UnauthorizedException('No token was given.'),
  }),
  ...said('FORBIDDEN', 'Only owners may do that.', {
    'a 403': () => new ForbiddenException('Only owners may do that.'),
  }),
  ...said('NOT_FOUND', 'There is no plan gold.', {
    'a 404': () => new NotFoundException('There is no plan gold.', hidden()),
    'an AuthOsException': () => new AuthOsException('NOT_FOUND', 'There is no plan gold.'),
    'an AuthOsException with a cause': () =>
      new AuthOsException('NOT_FOUND', 'There is no plan gold.', hidden()),
  }),
  ...said('DUPLICATE_CONSTRAINT', 'The slug is taken.', {
    'a 409': () => new ConflictException('The slug is taken.'),
  }),
  ...said('TOO_MANY_REQUESTS', 'Slow down.', {
    'a 429': () => new HttpException('Slow down.', 429, hidden()),
  }),
  {
    name: 'an AuthOsException that says when to try again',
    thrown: () =>
      new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', { retryAfter: 5 }),
    code: 'DEVICE_CODE_PENDING',
    text: 'Approve the sign-in.',
    retryAfter: 5,
  },
  ...said('FEATURE_NOT_AVAILABLE_IN_TIER', 'Not in pro.', {
    'an envelope as the body of an exception': () =>
      new HttpException({ error: 'Not in pro.', error_code: 'FEATURE_NOT_AVAILABLE_IN_TIER' }, 403),
  }),
  ...said('BILLING_ERROR', 'The payment failed.', {
    'an AuthOsException of a 5xx code': () =>
      new AuthOsException('BILLING_ERROR', 'The payment failed.', hidden()),
  }),
  ...unsaid('INTERNAL_SERVER_ERROR', {
    'a 500': () => new InternalServerErrorException(SECRET),
    'a 503': () => new ServiceUnavailableException(`${SECRET} at db-internal-7`),
    'a 500 with an object as its body': () => new HttpException({ message: SECRET }, 500),
    'a TypeError': () => new TypeError(`Cannot read properties of ${SECRET}`),
    "an Error with someone else's status": () =>
      Object.assign(new Error(SECRET), { status: 404, statusCode: 404 }),
    'an Error with a cause': () => new Error(SECRET, { cause: new Error(SECRET) }),
    'an Error with extensions': () =>
      Object.assign(new Error(SECRET), { extensions: { code: 'NOT_FOUND', sql: SECRET } }),
    'an Error whose message cannot be read': () =>
      Object.defineProperty(new Error('hidden'), 'message', { get: trapped }),
    'an Error that cannot be changed': () => Object.freeze(new Error(SECRET)),
    'an Error that is its own cause': () => {
      const error = new Error(SECRET);
      return Object.assign(error, { cause: error });
    },
  }),
  ...unsaid('GENERIC_ERROR', {
    'a string': () => SECRET,
    'an empty string': () => '',
    'a number': () => 42,
    false: () => false,
    null: () => null,
    undefined: () => undefined,
    'a symbol': () => Symbol(SECRET),
    'a function': () => () => SECRET,
    'a plain object': () => ({ message: SECRET, statusCode: 404, error: SECRET }),
    'an object that cannot be read': () =>
      new Proxy({}, { get: trapped, has: trapped, getPrototypeOf: trapped, ownKeys: trapped }),
    'a revoked proxy': () => {
      const { proxy, revoke } = Proxy.revocable(new Error(SECRET), {});
      revoke();
      return proxy;
    },
  }),
  ...unsaid('DUPLICATE_CONSTRAINT', {
    'a unique violation of pg': uniqueViolation,
    'a unique violation as a cause': () =>
      new Error(SECRET, { cause: new Error(SECRET, { cause: uniqueViolation() }) }),
    'a unique violation of Prisma': () =>
      new PrismaClientKnownRequestError(`Unique constraint failed: ${SECRET}`, {
        code: 'P2002',
        clientVersion: '7.10.0',
        meta: { target: [SECRET] },
      }),
  }),
  ...unsaid('DATABASE_ERROR', {
    'a syntax error of pg': () => databaseError({ code: '42601', internalQuery: SECRET }),
  }),
  ...unsaid('TOKEN_EXPIRED', { 'an expired token of jsonwebtoken': expiredToken }),
  ...unsaid('STRIPE_ERROR', {
    'a card that Stripe declined': () =>
      new Stripe.errors.StripeCardError({ message: SECRET, type: 'card_error' }),
  }),
  ...unsaid('IO_ERROR', {
    'a file that is not there': () =>
      Object.assign(new Error(`ENOENT: no such file or directory, open '/${SECRET}'`), {
        code: 'ENOENT',
        errno: -2,
        syscall: 'open',
        path: `/${SECRET}`,
      }),
  }),
];

/** What the handler of a row throws, made anew. */
export function thrownNamed(name: string): unknown {
  return THROWN_VALUES.find((row) => row.name === name)!.thrown();
}

type Throwers = Readonly<Record<string, () => unknown>>;

/** Values whose own words are for the client. */
function said(code: AuthOsErrorCode, text: string, throwers: Throwers): ThrownValue[] {
  return Object.entries(throwers).map(([name, thrown]) => ({ name, thrown, code, text }));
}

/** Values of which the client reads nothing but the text of their code. */
function unsaid(code: AuthOsErrorCode, throwers: Throwers): ThrownValue[] {
  return said(code, AUTHOS_ERRORS[code].message, throwers);
}

/** What an exception was caused by is not for the client. */
function hidden(): { cause: Error } {
  return { cause: new Error(SECRET) };
}

function validationError(): object {
  return {
    property: 'name',
    target: { name: SECRET },
    value: SECRET,
    constraints: { isDefined: 'The name is missing.' },
  };
}

function databaseError(fields: object): Error {
  const error = new pg.DatabaseError(`near "${SECRET}"`, SECRET.length, 'error');
  return Object.assign(error, { severity: 'ERROR', ...fields });
}

function uniqueViolation(): Error {
  return databaseError({
    code: '23505',
    constraint: 'users_email_key',
    detail: `Key (email)=(${SECRET}) already exists.`,
  });
}

function expiredToken(): unknown {
  const token = jsonwebtoken.sign({ sub: SECRET, exp: 1 }, SECRET);
  try {
    return jsonwebtoken.verify(token, SECRET);
  } catch (error) {
    return error;
  }
}

function trapped(): never {
  throw new Error(SECRET);
}
