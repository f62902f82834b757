import { inspect } from 'node:util';
import {
  BadGatewayException,
  BadRequestException,
  HttpException,
  InternalServerErrorException,
  NotFoundException,
} from '@nestjs/common';
import { AxiosError, AxiosHeaders } from 'axios';
import createError from 'http-errors';
import { type AuthOsErrorCode, AuthOsException } from 'nestjs-authos-errors';
import { SECRET } from '../support/expect-failure.js';

/** Who may hear the secret. What the client may hear, the log may hear as well. */
type Listener = 'the client' | 'the log' | 'nobody';

/** A place where a secret may be, and every word that is said of it. */
export interface Row {
  place: string;
  listener: Listener;
  thrown: unknown;
  code: AuthOsErrorCode;
  /** What the log says of the thrown value. */
  log: string;
  /** What the client reads; by default the text of the code. */
  client?: string;
  /** What the client reads with `exposeServerMessages`; by default the same. */
  exposed?: string;
}

/** An error that the mapper of the application knows. */
export class MappedError extends Error {}

const WRITTEN_FOR_THE_CLIENT: readonly Omit<Row, 'listener'>[] = [
  {
    place: 'the message of a 4xx HttpException',
    thrown: new NotFoundException(SECRET),
    code: 'NOT_FOUND',
    log: `NotFoundException: ${SECRET}`,
    client: SECRET,
  },
  {
    place: 'the message in the body of a 4xx HttpException',
    thrown: new HttpException({ message: SECRET }, 404),
    code: 'NOT_FOUND',
    log: `HttpException: ${SECRET}`,
    client: SECRET,
  },
  {
    place: 'a list of messages in a 4xx HttpException',
    thrown: new BadRequestException(['first', SECRET]),
    code: 'BAD_REQUEST',
    log: `BadRequestException: first; ${SECRET}`,
    client: `first; ${SECRET}`,
  },
  {
    place: 'an envelope in a 4xx HttpException',
    thrown: new HttpException({ error: SECRET, error_code: 'TEAM_LIMIT_EXCEEDED' }, 400),
    code: 'TEAM_LIMIT_EXCEEDED',
    log: `HttpException: ${SECRET}`,
    client: SECRET,
  },
  {
    place: 'the message of an AuthOsException, even of a 5xx code',
    thrown: new AuthOsException('BILLING_ERROR', SECRET),
    code: 'BILLING_ERROR',
    log: `AuthOsException: ${SECRET}`,
    client: SECRET,
  },
  {
    place: 'a header of an AuthOsException',
    thrown: new AuthOsException('NOT_FOUND', 'No.', { headers: { 'x-hint': SECRET } }),
    code: 'NOT_FOUND',
    log: 'AuthOsException: No.',
    client: 'No.',
  },
  {
    place: "the message of the application's own mapper",
    thrown: new MappedError(SECRET),
    code: 'AUDIT_ERROR',
    log: `Error: ${SECRET}`,
    client: SECRET,
  },
  {
    place: 'the message of an http-errors 4xx',
    thrown: createError(404, SECRET),
    code: 'NOT_FOUND',
    log: `NotFoundError: ${SECRET}`,
    client: SECRET,
  },
  {
    place: 'the message of a validator',
    thrown: [{ property: 'email', constraints: { isEmail: SECRET } }],
    code: 'BAD_REQUEST',
    log: SECRET,
    client: SECRET,
  },
  {
    place: 'the message of a nestjs-zod issue',
    thrown: new BadRequestException({
      message: 'Invalid',
      errors: [{ path: ['a'], message: SECRET }],
    }),
    code: 'BAD_REQUEST',
    log: `BadRequestException: a: ${SECRET}`,
    client: `a: ${SECRET}`,
  },
  {
    place: 'what AuthOS answered the SDK with a 4xx code',
    thrown: ssoApiError('NOT_FOUND', 404),
    code: 'NOT_FOUND',
    log: 'SsoApiError [errorCode=NOT_FOUND statusCode=404]',
    client: SECRET,
  },
];

const FOR_THE_LOG: readonly Omit<Row, 'listener'>[] = [
  {
    place: 'the errors of an AggregateError',
    thrown: new AggregateError([new Error(SECRET)], 'All failed.'),
    code: 'INTERNAL_SERVER_ERROR',
    log: `AggregateError: All failed. ← Error: ${SECRET}`,
  },
  {
    place: 'the message of a 5xx HttpException',
    thrown: new InternalServerErrorException(SECRET),
    code: 'INTERNAL_SERVER_ERROR',
    log: `InternalServerErrorException: ${SECRET}`,
    exposed: SECRET,
  },
  {
    place: 'the message in the body of a 5xx HttpException',
    thrown: new HttpException({ message: SECRET }, 503),
    code: 'INTERNAL_SERVER_ERROR',
    log: `HttpException: ${SECRET}`,
    exposed: SECRET,
  },
  {
    place: 'the message of an http-errors 5xx',
    thrown: createError(503, SECRET),
    code: 'INTERNAL_SERVER_ERROR',
    log: `ServiceUnavailableError: ${SECRET}`,
  },
  {
    place: 'the message of an http-errors 5xx that asks to be exposed',
    thrown: createError(503, SECRET, { expose: true }),
    code: 'INTERNAL_SERVER_ERROR',
    log: `ServiceUnavailableError: ${SECRET}`,
  },
  {
    place: 'the message of an http-errors 4xx that asks not to be exposed',
    thrown: createError(404, SECRET, { expose: false }),
    code: 'NOT_FOUND',
    log: `NotFoundError: ${SECRET}`,
  },
  {
    place: 'the message of an Error',
    thrown: new Error(SECRET),
    code: 'INTERNAL_SERVER_ERROR',
    log: `Error: ${SECRET}`,
  },
  {
    place: "the message of an Error with someone else's status",
    thrown: Object.assign(new Error(SECRET), { status: 404, statusCode: 404 }),
    code: 'INTERNAL_SERVER_ERROR',
    log: `Error: ${SECRET}`,
  },
  {
    place: 'the name of an Error',
    thrown: Object.assign(new Error('No.'), { name: SECRET }),
    code: 'INTERNAL_SERVER_ERROR',
    log: `${SECRET}: No.`,
  },
  {
    place: 'a thrown string',
    thrown: SECRET,
    code: 'GENERIC_ERROR',
    log: `thrown string ${SECRET}`,
  },
  {
    place: 'the message of a thrown object',
    thrown: { message: SECRET },
    code: 'GENERIC_ERROR',
    log: SECRET,
  },
  {
    place: 'the cause of a 4xx HttpException',
    thrown: new NotFoundException('No.', { cause: new Error(SECRET) }),
    code: 'NOT_FOUND',
    log: `NotFoundException: No. ← Error: ${SECRET}`,
    client: 'No.',
  },
  {
    place: 'the cause of a 5xx HttpException',
    thrown: new BadGatewayException('No.', { cause: new Error(SECRET) }),
    code: 'INTERNAL_SERVER_ERROR',
    log: `BadGatewayException: No. ← Error: ${SECRET}`,
    exposed: 'No.',
  },
  {
    place: 'the cause of an AuthOsException',
    thrown: new AuthOsException('NOT_FOUND', 'No.', { cause: new Error(SECRET) }),
    code: 'NOT_FOUND',
    log: `AuthOsException: No. ← Error: ${SECRET}`,
    client: 'No.',
  },
  {
    place: 'the path in an error of the file system',
    thrown: Object.assign(new Error(`ENOENT: '/${SECRET}'`), { code: 'ENOENT', syscall: 'open' }),
    code: 'IO_ERROR',
    log: `Error: ENOENT: '/${SECRET}'`,
  },
];

const FOR_NOBODY: readonly Omit<Row, 'listener'>[] = [
  {
    place: 'what AuthOS answered the SDK with a 5xx code',
    thrown: ssoApiError('DATABASE_ERROR', 500),
    code: 'DATABASE_ERROR',
    log: 'SsoApiError [errorCode=DATABASE_ERROR statusCode=500]',
  },
  {
    place: 'a further member in the body of a 4xx HttpException',
    thrown: new BadRequestException({ message: 'No.', sql: SECRET }),
    code: 'BAD_REQUEST',
    log: 'BadRequestException: No.',
    client: 'No.',
  },
  {
    place: 'the body of a 4xx HttpException without a message',
    thrown: new BadRequestException({ sql: SECRET, reason: SECRET }),
    code: 'BAD_REQUEST',
    log: 'BadRequestException: Bad Request Exception',
  },
  {
    place: 'a further member in the body of a 5xx HttpException',
    thrown: new InternalServerErrorException({ message: 'No.', sql: SECRET }),
    code: 'INTERNAL_SERVER_ERROR',
    log: 'InternalServerErrorException: No.',
    exposed: 'No.',
  },
  {
    place: 'the description of a 4xx HttpException',
    thrown: new NotFoundException('No.', { description: SECRET }),
    code: 'NOT_FOUND',
    log: 'NotFoundException: No.',
    client: 'No.',
  },
  {
    place: 'the description of a 5xx HttpException',
    thrown: new InternalServerErrorException('No.', { description: SECRET }),
    code: 'INTERNAL_SERVER_ERROR',
    log: 'InternalServerErrorException: No.',
    exposed: 'No.',
  },
  {
    place: 'an unknown option of an HttpException',
    thrown: new NotFoundException('No.', { details: SECRET } as object),
    code: 'NOT_FOUND',
    log: 'NotFoundException: No.',
    client: 'No.',
  },
  {
    place: 'the headers and further members of an http-errors 4xx',
    thrown: createError(404, 'No.', { headers: { 'x-hint': SECRET }, body: SECRET }),
    code: 'NOT_FOUND',
    log: 'NotFoundError: No.',
    client: 'No.',
  },
  {
    place: 'target, value and contexts of a ValidationError',
    thrown: [
      {
        property: 'email',
        target: { email: SECRET },
        value: SECRET,
        constraints: { isEmail: 'bad' },
        contexts: { isEmail: { sql: SECRET } },
        children: [{ property: 'zip', value: SECRET, constraints: { isString: 'no text' } }],
      },
    ],
    code: 'BAD_REQUEST',
    log: 'bad; email.no text',
    client: 'bad; email.no text',
  },
  {
    place: 'what a nestjs-zod issue received',
    thrown: new BadRequestException({
      message: 'Invalid',
      errors: [{ path: ['a'], message: 'bad', input: SECRET, received: SECRET, params: SECRET }],
    }),
    code: 'BAD_REQUEST',
    log: 'BadRequestException: a: bad',
    client: 'a: bad',
  },
  {
    place: 'request and response in an AxiosError',
    thrown: axiosError(),
    code: 'INTERNAL_SERVER_ERROR',
    log: 'AxiosError [code=ERR_BAD_REQUEST status=401]',
  },
  {
    place: 'the response of an Error',
    thrown: Object.assign(new Error('No.'), { response: { data: SECRET, message: SECRET } }),
    code: 'INTERNAL_SERVER_ERROR',
    log: 'Error: No.',
  },
  {
    place: 'text and detail of a database driver',
    thrown: Object.assign(new Error(SECRET), {
      severity: 'ERROR',
      code: '23505',
      detail: `Key (email)=(${SECRET}) already exists.`,
      constraint: 'users_email_key',
    }),
    code: 'DUPLICATE_CONSTRAINT',
    log: 'Error [code=23505 constraint=users_email_key]',
  },
  {
    place: 'text, meta and cause of an ORM',
    thrown: Object.assign(new Error(SECRET, { cause: new Error(SECRET) }), {
      name: 'PrismaClientKnownRequestError',
      clientVersion: '7.0.0',
      code: 'P2010',
      meta: { sql: SECRET, values: [SECRET] },
    }),
    code: 'DATABASE_ERROR',
    log: 'PrismaClientKnownRequestError [code=P2010] ← Error',
  },
  {
    place: 'the head of a stack',
    thrown: Object.assign(new Error(SECRET), { message: 'No.' }),
    code: 'INTERNAL_SERVER_ERROR',
    log: 'Error: No.',
  },
];

const OBJECTS: readonly [place: string, thrown: object, called: string][] = [
  ['an object', { token: SECRET, toString: () => SECRET, toJSON: () => SECRET }, 'object'],
  ['a message that is an object', { message: { SECRET, toString: () => SECRET } }, 'object'],
  ['an array', [SECRET], 'Array'],
  ['a Map', new Map([[SECRET, SECRET]]), 'Map'],
  ['a Buffer', Buffer.from(SECRET), 'Buffer'],
  ['a URL', new URL(`http://user:${SECRET}@host`), 'URL'],
];

/** What programs hang on an error of whatever class. */
const MEMBERS: Readonly<Record<string, PropertyDescriptorMap>> = {
  config: { config: own({ headers: { authorization: SECRET } }) },
  headers: { headers: own({ authorization: SECRET }) },
  sql: { sql: own(SECRET) },
  query: { query: own(SECRET) },
  parameters: { parameters: own([SECRET]) },
  meta: { meta: own({ target: SECRET }) },
  data: { data: own(SECRET) },
  detail: { detail: own(SECRET) },
  errors: { errors: own([{ message: SECRET }]) },
  toJSON: { toJSON: own(() => SECRET) },
  toString: { toString: own(() => SECRET) },
  'a symbol': { [Symbol('token')]: own(SECRET) },
  'Symbol.toPrimitive': { [Symbol.toPrimitive]: own(() => SECRET) },
  'util.inspect.custom': { [inspect.custom]: own(() => SECRET) },
  'a member that is not enumerable': { token: { value: SECRET } },
  'a getter': { token: { get: () => SECRET, enumerable: true } },
};

const CARRIERS: readonly [Omit<Row, 'listener' | 'thrown'>, () => Error][] = [
  [{ place: 'an Error', code: 'INTERNAL_SERVER_ERROR', log: 'Error: No.' }, () => new Error('No.')],
  [
    {
      place: 'a 4xx HttpException',
      code: 'NOT_FOUND',
      log: 'NotFoundException: No.',
      client: 'No.',
    },
    () => new NotFoundException('No.'),
  ],
  [
    {
      place: 'a 5xx HttpException',
      code: 'INTERNAL_SERVER_ERROR',
      log: 'InternalServerErrorException: No.',
      exposed: 'No.',
    },
    () => new InternalServerErrorException('No.'),
  ],
];

export const ROWS: readonly Row[] = [
  ...WRITTEN_FOR_THE_CLIENT.map((row): Row => ({ ...row, listener: 'the client' })),
  ...FOR_THE_LOG.map((row): Row => ({ ...row, listener: 'the log' })),
  ...FOR_NOBODY.map((row): Row => ({ ...row, listener: 'nobody' })),
  ...OBJECTS.map(([place, thrown, called]): Row => {
    const log = `thrown ${called} without a message`;
    return { place: `${place} thrown`, listener: 'nobody', thrown, code: 'GENERIC_ERROR', log };
  }),
  ...CARRIERS.flatMap(([carrier, make]) =>
    Object.entries(MEMBERS).map(([member, descriptors]): Row => {
      const thrown = Object.defineProperties(make(), descriptors);
      return { ...carrier, place: `${member} of ${carrier.place}`, listener: 'nobody', thrown };
    }),
  ),
];

function own(value: unknown): PropertyDescriptor {
  return { value, enumerable: true, configurable: true, writable: true };
}

function ssoApiError(errorCode: string, statusCode: number): Error {
  return Object.assign(new Error(SECRET), { name: 'SsoApiError', errorCode, statusCode });
}

function axiosError(): AxiosError {
  const config = { headers: new AxiosHeaders({ authorization: SECRET }), data: SECRET };
  const response = { status: 401, statusText: SECRET, headers: {}, data: SECRET, config };
  const message = 'Request failed with status code 401';
  return new AxiosError(message, 'ERR_BAD_REQUEST', config, { path: SECRET }, response);
}
