import * as mikroOrm from '@mikro-orm/core';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { DrizzleError, DrizzleQueryError } from 'drizzle-orm';
import knex from 'knex';
import * as sequelize from 'sequelize';
import { EntityNotFoundError, QueryFailedError, TypeORMError } from 'typeorm';
import type { AuthOsErrorCode } from 'nestjs-authos-errors';
import { expectFailure, SECRET } from '../support/expect-failure.js';
import { namesAskedFor } from '../support/names-asked-for.js';
import { Prisma } from './prisma/generated/postgresql/client.js';

const MYSQL_8 = { errno: 1062, code: 'ER_DUP_ENTRY', sqlState: '23000' };

const POSTGRESQL = {
  code: '23505',
  severity: 'ERROR',
  table: 'users',
  constraint: 'users_email_unique',
};

function driverError(message: string, fields: object = {}): Error {
  return Object.assign(new Error(message), fields);
}

function failedQuery(error: Error): QueryFailedError {
  return new QueryFailedError(`insert into users values ('${SECRET}')`, [SECRET], error);
}

function prismaError(code: string, meta: Record<string, unknown> = {}): Error {
  return new Prisma.PrismaClientKnownRequestError(SECRET, { code, clientVersion: '6.19.0', meta });
}

describe('a constructed duplicate', () => {
  it.each<[string, Error, string[]]>([
    [
      'of SQL Server, of a constraint, in TypeORM',
      failedQuery(
        driverError(
          `Violation of UNIQUE KEY constraint 'UQ_email'. Cannot insert duplicate key in object 'dbo.users'. The duplicate key value is (${SECRET}).`,
          { code: 'EREQUEST', number: 2627 },
        ),
      ),
      ['UQ_email'],
    ],
    [
      'of SQL Server, of an index, in TypeORM',
      failedQuery(
        driverError(
          `Cannot insert duplicate key row in object 'dbo.users' with unique index 'IX_email'. The duplicate key value is (${SECRET}).`,
          { code: 'EREQUEST', number: 2601 },
        ),
      ),
      ['IX_email'],
    ],
    [
      'of Oracle, in TypeORM',
      failedQuery(
        driverError('ORA-00001: unique constraint (APP.USERS_EMAIL_UK) violated', { errorNum: 1 }),
      ),
      ['USERS_EMAIL_UK'],
    ],
    [
      'of sqlite3, in TypeORM',
      failedQuery(
        driverError('SQLITE_CONSTRAINT: UNIQUE constraint failed: users.email', {
          code: 'SQLITE_CONSTRAINT',
          errno: 19,
        }),
      ),
      ['users.email'],
    ],
    [
      'of sqlite3',
      driverError('SQLITE_CONSTRAINT: UNIQUE constraint failed: users.email', {
        code: 'SQLITE_CONSTRAINT',
        errno: 19,
      }),
      ['users.email'],
    ],
    [
      'of better-sqlite3',
      driverError('UNIQUE constraint failed: posts.author_id, posts.slug', {
        code: 'SQLITE_CONSTRAINT_UNIQUE',
      }),
      ['posts.author_id,slug'],
    ],
    [
      'of better-sqlite3, in the words of Knex',
      driverError(
        `insert into users values ('UNIQUE constraint failed: a.b') - UNIQUE constraint failed: users.id`,
        { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' },
      ),
      ['users.id'],
    ],
    [
      'of better-sqlite3, of an index on an expression',
      driverError("UNIQUE constraint failed: index 'lower_email'", {
        code: 'SQLITE_CONSTRAINT_UNIQUE',
      }),
      ['lower_email'],
    ],
    [
      'of node:sqlite',
      driverError('UNIQUE constraint failed: users.email', {
        code: 'ERR_SQLITE_ERROR',
        errcode: 2067,
        errstr: 'constraint failed',
      }),
      ['users.email'],
    ],
    [
      'of MySQL 8, which names the table with the key',
      driverError(`Duplicate entry '${SECRET}' for key 'users.email'`, MYSQL_8),
      ['users.email', 'email'],
    ],
    [
      'of MySQL, in German',
      driverError('', {
        ...MYSQL_8,
        sqlMessage: `Doppelter Eintrag '${SECRET}' für Schlüssel 'email'`,
        sql: 'INSERT IGNORE INTO `shop`.`users` (email) VALUES (?)',
      }),
      ['users.email', 'email'],
    ],
    [
      'of MySQL, whose value names another key',
      driverError(`Duplicate entry 'x' for key 'admins.email' for key 'email'`, MYSQL_8),
      ['email'],
    ],
    [
      'of PostgreSQL, in German, of quoted columns',
      driverError('doppelter Schlüsselwert', {
        code: '23505',
        severity: 'FEHLER',
        detail: `Schlüssel »("authorId", slug)=(1, ${SECRET})« existiert bereits.`,
        table: 'posts',
        constraint: 'UQ_1',
      }),
      ['posts.authorId,slug', 'posts.UQ_1', 'UQ_1'],
    ],
    [
      'of PostgreSQL, to a role that may not read the table',
      driverError('duplicate key value', {
        code: '23505',
        severity: 'ERROR',
        table: 'users',
        constraint: 'users_email_key',
      }),
      ['users.email', 'users.users_email_key', 'users_email_key'],
    ],
    [
      'of PostgreSQL, whose constraint is named after another table',
      driverError(SECRET, { ...POSTGRESQL, constraint: 'admin_email_key' }),
      ['users.admin_email_key', 'admin_email_key'],
    ],
    [
      'of PostgreSQL, whose constraint has a name of another form',
      driverError(SECRET, { ...POSTGRESQL, constraint: 'users_email_key_2' }),
      ['users.users_email_key_2', 'users_email_key_2'],
    ],
    [
      'of PostgreSQL, of a table alone',
      driverError(SECRET, { ...POSTGRESQL, constraint: undefined }),
      [],
    ],
    [
      'of PostgreSQL, of a constraint alone',
      driverError(SECRET, { ...POSTGRESQL, table: '' }),
      ['users_email_unique'],
    ],
    [
      'of PostgreSQL, whose table is no name',
      driverError(SECRET, { ...POSTGRESQL, table: 7, constraint: 7 }),
      [],
    ],
    [
      'of MySQL, whose text does not name the key',
      driverError("Can't write; duplicate key in table 'users'", { ...MYSQL_8, errno: 1022 }),
      [],
    ],
    [
      'of MySQL, by a procedure',
      driverError(`Duplicate entry '${SECRET}' for key 'email'`, {
        ...MYSQL_8,
        sql: 'call add_user(?)',
      }),
      ['email'],
    ],
    [
      'of MySQL, in TypeORM',
      failedQuery(driverError(`Duplicate entry '${SECRET}' for key 'email'`, MYSQL_8)),
      ['users.email', 'email'],
    ],
    [
      'of Oracle, without its constraint',
      failedQuery(driverError('ORA-00001: unique constraint violated')),
      [],
    ],
    [
      'of PostgreSQL, in Drizzle',
      new DrizzleQueryError(
        `insert into users values ('${SECRET}')`,
        [SECRET],
        driverError(SECRET, POSTGRESQL),
      ),
      ['users.email', 'users.users_email_unique', 'users_email_unique'],
    ],
    [
      'of MySQL, in Drizzle, which knows the table by its statement',
      new DrizzleQueryError(
        'insert into `users` values (?)',
        [SECRET],
        driverError(`Duplicate entry '${SECRET}' for key 'email'`, MYSQL_8),
      ),
      ['users.email', 'email'],
    ],
    [
      'of PostgreSQL, in MikroORM',
      new mikroOrm.UniqueConstraintViolationException(driverError(SECRET, POSTGRESQL)),
      ['users.email', 'users.users_email_unique', 'users_email_unique'],
    ],
    [
      'of PostgreSQL, in Sequelize',
      new sequelize.UniqueConstraintError({
        parent: Object.assign(driverError(SECRET, POSTGRESQL), { sql: SECRET }),
      }),
      ['users.email', 'users.users_email_unique', 'users_email_unique'],
    ],
    [
      'of MySQL, in Sequelize, whose model knows the columns',
      new sequelize.UniqueConstraintError({
        fields: { author_id: SECRET, slug: SECRET },
        parent: Object.assign(
          driverError(`Duplicate entry '${SECRET}' for key 'author_id'`, MYSQL_8),
          {
            sql: 'INSERT INTO `posts` VALUES (?)',
          },
        ),
      }),
      ['posts.author_id,slug', 'posts.author_id', 'author_id'],
    ],
    [
      'of nobody knows which database, in Sequelize',
      new sequelize.UniqueConstraintError({
        parent: Object.assign(new Error(SECRET), { sql: '' }),
      }),
      [],
    ],
    [
      "of Prisma's adapters that name columns",
      prismaError('P2002', {
        modelName: 'Post',
        driverAdapterError: {
          cause: {
            kind: 'UniqueConstraintViolation',
            constraint: { fields: ['author_id', 'slug'] },
            table: 'posts',
          },
        },
      }),
      ['posts.author_id,slug', 'Post.author_id,slug'],
    ],
    [
      "of Prisma's engine before 7, on PostgreSQL",
      prismaError('P2002', { modelName: 'User', target: ['email'] }),
      ['User.email'],
    ],
    [
      "of Prisma's engine before 7, on MySQL",
      prismaError('P2002', { modelName: 'User', target: 'User_email_key' }),
      ['User.email', 'User.User_email_key', 'User_email_key'],
    ],
    [
      'of a bare DriverAdapterError',
      new DriverAdapterError({
        kind: 'UniqueConstraintViolation',
        constraint: { index: 'users_email_key' },
        originalMessage: SECRET,
      }),
      ['users_email_key'],
    ],
  ])('%s is known by its names', (_name, error, names) => {
    expectFailure(error, 'DUPLICATE_CONSTRAINT');
    expect(namesAskedFor(error)).toEqual(new Set(names));
  });
});

describe('a constructed failure', () => {
  it.each<[string, Error, AuthOsErrorCode]>([
    [
      'foreign key of PostgreSQL',
      driverError(SECRET, { ...POSTGRESQL, code: '23503' }),
      'DATABASE_ERROR',
    ],
    [
      'connection of postgres.js that timed out',
      driverError(SECRET, { code: 'CONNECT_TIMEOUT', errno: 'CONNECT_TIMEOUT' }),
      'DATABASE_ERROR',
    ],
    [
      'parameter of postgres.js that is undefined',
      driverError(SECRET, { code: 'UNDEFINED_VALUE', query: SECRET, parameters: [], args: [] }),
      'DATABASE_ERROR',
    ],
    ['first error of MySQL', driverError(SECRET, { ...MYSQL_8, errno: 1000 }), 'DATABASE_ERROR'],
    [
      'connection of mysql2 that was refused',
      driverError(SECRET, { code: 'ECONNREFUSED', fatal: true, syscall: 'connect' }),
      'DATABASE_ERROR',
    ],
    [
      'timeout of mysql2',
      driverError(SECRET, {
        code: 'PROTOCOL_SEQUENCE_TIMEOUT',
        errorno: 'PROTOCOL_SEQUENCE_TIMEOUT',
      }),
      'DATABASE_ERROR',
    ],
    [
      'failed query of Drizzle',
      new DrizzleQueryError(SECRET, [], new Error(SECRET)),
      'DATABASE_ERROR',
    ],
    ['DrizzleError', new DrizzleError({ message: SECRET }), 'DATABASE_ERROR'],
    ['timeout of Knex', new knex.KnexTimeoutError(SECRET), 'DATABASE_ERROR'],
    [
      'foreign key of MikroORM',
      new mikroOrm.ForeignKeyConstraintViolationException(new Error(SECRET)),
      'DATABASE_ERROR',
    ],
    ['missing row of MikroORM', new mikroOrm.NotFoundError(SECRET), 'NOT_FOUND'],
    ['ValidationError of MikroORM', new mikroOrm.ValidationError(SECRET), 'DATABASE_ERROR'],
    ['missing row of Sequelize', new sequelize.EmptyResultError(SECRET), 'NOT_FOUND'],
    [
      'failed query of Sequelize',
      new sequelize.DatabaseError(Object.assign(new Error(SECRET), { sql: SECRET })),
      'DATABASE_ERROR',
    ],
    ['ValidationError of Sequelize', new sequelize.ValidationError(SECRET, []), 'DATABASE_ERROR'],
    [
      'validated bulkCreate of Sequelize',
      new sequelize.AggregateError([new sequelize.BulkRecordError(new Error(SECRET), {} as never)]),
      'DATABASE_ERROR',
    ],
    ['P2001 of Prisma', prismaError('P2001'), 'NOT_FOUND'],
    ['P2015 of Prisma', prismaError('P2015'), 'NOT_FOUND'],
    ['P2018 of Prisma', prismaError('P2018'), 'NOT_FOUND'],
    ['P2024 of Prisma', prismaError('P2024'), 'DATABASE_ERROR'],
    ['panic of Prisma', new Prisma.PrismaClientRustPanicError(SECRET, '6.19.0'), 'DATABASE_ERROR'],
    [
      'bare DriverAdapterError of another kind',
      new DriverAdapterError({ kind: 'postgres', code: '23514', severity: 'ERROR' } as never),
      'DATABASE_ERROR',
    ],
    [
      'number of SQL Server that is no duplicate',
      failedQuery(driverError(SECRET, { code: 'EREQUEST', number: 547 })),
      'DATABASE_ERROR',
    ],
    [
      'code of Oracle that is no duplicate',
      failedQuery(driverError(`ORA-02291: ${SECRET}`, { errorNum: 2291 })),
      'DATABASE_ERROR',
    ],
    [
      'code of SQLite that is no duplicate',
      driverError(SECRET, { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }),
      'DATABASE_ERROR',
    ],
    [
      'foreign key of sqlite3',
      driverError('SQLITE_CONSTRAINT: FOREIGN KEY constraint failed', {
        code: 'SQLITE_CONSTRAINT',
      }),
      'DATABASE_ERROR',
    ],
    [
      'handshake of mysql2 that the server broke off',
      driverError('Connection lost', { code: 'PROTOCOL_CONNECTION_LOST', fatal: true }),
      'DATABASE_ERROR',
    ],
  ])('of the kind "%s" says nothing but its code', (_name, error, code) => {
    expectFailure(error, code);
  });
});

describe('a class of TypeORM after a minifier', () => {
  it('is a missing row by its own keys', () => {
    class Tl extends EntityNotFoundError {}
    expectFailure(new Tl('User', { email: SECRET }), 'NOT_FOUND');
  });

  it('is a failed query by its own keys', () => {
    const Xu = Object.defineProperty(class extends Error {}, 'name', { value: 'Xu' });
    const { query, parameters, driverError: cause } = failedQuery(driverError(SECRET));
    expectFailure(
      Object.assign(new Xu(SECRET), { query, parameters, driverError: cause }),
      'DATABASE_ERROR',
    );
  });

  it('is known by its base as long as that has its name', () => {
    class LockError extends TypeORMError {}
    expectFailure(new LockError(SECRET), 'DATABASE_ERROR');
  });
});
