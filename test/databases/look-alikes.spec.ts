import { translate } from '../support/translate.js';

/** An application's own error that has a field or two in common with a database's. */
function error(fields: object, name = 'Error'): Error {
  return Object.assign(new Error('SQLITE_CONSTRAINT: UNIQUE constraint failed: users.email'), {
    name,
    ...fields,
  });
}

class NotFoundError extends Error {
  constructor(readonly entity: string) {
    super(entity);
    this.name = 'NotFoundError';
  }
}

describe('an error that only looks like a database', () => {
  it.each<[string, unknown]>([
    ["a code of Prisma's", error({ code: 'P2002' })],
    ["a code of Prisma's and its meta", error({ code: 'P2002', meta: { target: ['email'] } })],
    ["the name of Prisma's adapter error", error({}, 'DriverAdapterError')],
    ['a SQLSTATE', error({ code: '23505' })],
    ['a SQLSTATE and a numeric severity', error({ code: '23505', severity: 2 })],
    ['a severity', error({ severity: 'ERROR' })],
    ['a severity and a code of another kind', error({ severity: 'ERROR', code: 'no-undef' })],
    ['a constraint and its table', error({ constraint: 'users_email_key', table: 'users' })],
    ['the cause of an adapter error', error({ cause: { kind: 'UniqueConstraintViolation' } })],
    ['a small errno', error({ errno: 5 })],
    ['a small errno and a SQLSTATE', error({ errno: 999, sqlState: '23000' })],
    ['an errno in letters and a SQLSTATE', error({ errno: '1062', sqlState: '23000' })],
    ['a code that stands for its errno', error({ errno: 'E_CONFIG', code: 'E_CONFIG' })],
    ['a code that starts with CONNECT', error({ errno: 5, code: 'CONNECT_FIRST' })],
    ['a code and parameters', error({ code: 'E_CONFIG', parameters: [] })],
    ['a code and args', error({ code: 'E_CONFIG', args: [] })],
    ["a number of MySQL's", error({ errno: 1062 })],
    ["a code of MySQL's", error({ code: 'ER_DUP_ENTRY' })],
    ['a fatal flag', error({ fatal: true })],
    ['a fatal flag and a code', error({ fatal: true, code: 'E_CONFIG' })],
    ['a code that names a protocol', error({ code: 'PROTOCOL_VIOLATION' })],
    ['a query', error({ query: 'select 1' })],
    ['a query and its parameters', error({ query: 'select 1', parameters: [] })],
    ['a query and a cause', error({ query: 'select 1', cause: new Error('cause') })],
    ['params and a query', error({ params: [], query: 'select 1' })],
    ['params and a cause', error({ params: [], cause: new Error('cause') })],
    ["MikroORM's text", error({ errmsg: 'text' })],
    ['a text in SQL', error({ sqlMessage: 'text' })],
    ['an entity', error({ entityClass: 'User' })],
    ['criteria', error({ criteria: {} })],
    ['a number of affected rows', error({ numAffected: 0 })],
    ['an HTTP status', error({ statusCode: 401 })],
    ['a number', error({ number: 2627 })],
    ["MongoDB's number", error({ code: 11_000, keyPattern: { email: 1 } })],
    ['a filter', error({ filter: {} })],
    ['errors', error({ errors: [new Error('one')] }, 'AggregateError')],
    ["MikroORM's name and an entity", new NotFoundError('User')],
    ['the name of a database', error({}, 'DatabaseError')],
    ['a text of SQLite', error({})],
  ])('is unknown, if it has %s', (_name, thrown) => {
    expect(translate(thrown).code).toBe('INTERNAL_SERVER_ERROR');
  });

  it.each(['EPIPE', 'ECONNRESET'])('is of the network, if its code is %s', (code) => {
    expect(translate(error({ code, errno: -32 })).code).toBe('IO_ERROR');
  });

  it('is of the network, if it has a system call and is not fatal', () => {
    const refused = error({ code: 'ECONNREFUSED', errno: -111, syscall: 'connect' });
    expect(translate(refused).code).toBe('IO_ERROR');
  });
});
