import { NotFoundException } from '@nestjs/common';
import { AuthOsException } from 'nestjs-authos-errors';
import { PrismaClientKnownRequestError } from '@prisma/client/runtime/client';
import { QueryFailedError } from 'typeorm';

/**
 * An Error below so many others.
 *
 * @param {number} depth
 */
function nested(depth) {
  let error = new Error('the innermost');
  for (let level = 0; level < depth; level++) error = new Error(`level ${level}`, { cause: error });
  return error;
}

/** What pg reports of a duplicate. */
const driverError = Object.assign(new Error('duplicate key value violates unique constraint'), {
  length: 214,
  severity: 'ERROR',
  code: '23505',
  detail: 'Key (email)=(ann@example.com) already exists.',
  schema: 'public',
  table: 'users',
  constraint: 'users_email_key',
});

/** What Prisma reports of it through its adapter for pg. */
const prismaError = new PrismaClientKnownRequestError('Unique constraint failed', {
  code: 'P2002',
  clientVersion: '7.10.0',
  meta: {
    modelName: 'User',
    driverAdapterError: {
      name: 'DriverAdapterError',
      cause: { kind: 'UniqueConstraintViolation', constraint: { index: 'users_email_key' } },
    },
  },
});

/**
 * What is translated: a name, the error, and the code that it has to become.
 *
 * @type {[name: string, error: Error, code: string][]}
 */
export const ERRORS = [
  ['`HttpException`', new NotFoundException('There is no plan gold.'), 'NOT_FOUND'],
  [
    '`AuthOsException`, 4xx',
    new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in on your phone.'),
    'DEVICE_CODE_PENDING',
  ],
  ['Prisma, `P2002`', prismaError, 'DUPLICATE_CONSTRAINT'],
  [
    'TypeORM, `QueryFailedError`',
    new QueryFailedError('insert into users (email) values ($1)', ['ann'], driverError),
    'DUPLICATE_CONSTRAINT',
  ],
  ['unknown `Error`', new Error('unknown'), 'INTERNAL_SERVER_ERROR'],
  ['unknown `Error`, 8 causes deep', nested(8), 'INTERNAL_SERVER_ERROR'],
];
