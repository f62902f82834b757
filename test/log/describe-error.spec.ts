import { BadRequestException, UnauthorizedException } from '@nestjs/common';
import { describeError, lineOf } from '../../lib/log/describe-error.js';
import { stackOf } from '../../lib/log/stack-of.js';
import { translate } from '../support/translate.js';

const line = (error: unknown) => lineOf(describeError(error));
const stack = (error: unknown) => stackOf(describeError(error));

describe('an error in the log', () => {
  it('is its name and message with those of its causes', () => {
    const error = new TypeError('a\nb', { cause: new RangeError('c', { cause: 'd' }) });
    expect(line(error)).toBe(String.raw`TypeError: a\nb ← RangeError: c ← thrown string d`);
  });

  it('shows no other property', () => {
    const error = Object.assign(new Error('m'), { config: { token: 'secret' }, sql: 'secret' });
    expect(`${line(error)}${stack(error)}`).not.toContain('secret');
  });

  it('of a library is described by its fields, and so is what lies below it', () => {
    const driver = Object.assign(new Error('Key (email)=(secret) already exists.'), {
      severity: 'ERROR',
      code: '23505',
      detail: 'Key (email)=(secret) already exists.',
      constraint: 'uq_users_email',
      table: 'users',
    });
    const wrapped = new Error('saving failed', { cause: driver });
    driver.cause = 'secret';
    expect(line(wrapped)).toBe(
      'Error: saving failed ← Error [code=23505 constraint=uq_users_email table=users] ← string',
    );
    expect(stack(wrapped)).toContain('caused by Error [code=23505');
    expect(stack(wrapped)).not.toContain('secret');
  });

  it.each([
    ['fields that are identifiers', { errno: 1, table: 'a.b:c-d' }, ' errno=1 table=a.b:c-d'],
    ['no field that is a text', { table: 'a b', column: 'x'.repeat(101), type: '' }, ''],
    ['no field that is another value', { errno: true, table: { a: 1 } }, ''],
  ])('of a library has %s', (_what, fields, shown) => {
    const error = Object.assign(new Error('secret'), { code: '23505', severity: 'ERROR' }, fields);
    expect(line(error)).toBe(`Error [code=23505${shown}]`);
  });

  it.each([
    ['what a provider answered', { code: 'secret of a provider' }],
    ['a code without end', { code: 'X'.repeat(101) }],
  ])('of a library does not show %s', (_what, fields) => {
    const error = Object.assign(new Error('secret'), { name: 'TokenError', uri: '', status: 500 });
    expect(line(Object.assign(error, fields))).toBe('TokenError [status=500]');
  });

  it('of a library is called by its class, if its name says nothing', () => {
    class DatabaseError extends Error {}
    const fields = { name: 'error', code: '23505', severity: 'ERROR' };
    const error = Object.assign(new DatabaseError('secret'), fields);
    expect(line(error)).toBe('DatabaseError [code=23505]');
    expect(line(Object.setPrototypeOf(error, null))).toBe('Error [code=23505]');
  });

  it('of Fastify itself does not quote the URL that it refused', () => {
    const error = Object.assign(new Error("'/secret' is not a valid url component"), {
      name: 'FastifyError',
      code: 'FST_ERR_BAD_URL',
      statusCode: 400,
    });
    expect(line(error)).toBe('FastifyError [code=FST_ERR_BAD_URL statusCode=400]');
  });

  it('has the cause that Sequelize keeps under a name of its own', () => {
    const error = Object.assign(new Error('a', { cause: null }), { original: new Error('b') });
    expect(line(error)).toBe('Error: a ← Error: b');
    expect(line(Object.assign(error, { original: null }))).toBe('Error: a');
  });

  it.each([
    ['its code', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, ' [code=DEPTH_ZERO_SELF_SIGNED_CERT]'],
    ['its code, which is a number', { code: 7 }, ' [code=7]'],
    ['no code that its text has already', { code: 'ENOENT', message: 'ENOENT: no file' }, ''],
    ['no code that is a text', { code: 'not a code' }, ''],
  ])('of the application has %s', (_what, fields, shown) => {
    const error = Object.assign(new Error('self-signed certificate'), fields);
    expect(line(error)).toBe(`Error: ${error.message}${shown}`);
  });

  it.each([
    [
      'MongoServerError',
      { code: 11000, codeName: 'DuplicateKey' },
      'code=11000 codeName=DuplicateKey',
    ],
    [
      'PrismaClientInitializationError',
      { clientVersion: '7', errorCode: 'P1001' },
      'errorCode=P1001',
    ],
    [
      'QueryFailedError',
      { code: 'EREQUEST', number: 2627, driverError: {}, query: 'secret' },
      'code=EREQUEST number=2627',
    ],
    [
      'StripeCardError',
      { rawType: 'card_error', requestId: 'req_1', raw: {}, code: 'card_declined' },
      'code=card_declined requestId=req_1',
    ],
  ])('of a library has what an operator needs: %s', (name, fields, shown) => {
    const error = Object.assign(new Error('secret'), { name }, fields);
    expect(line(error).split(' ← ')[0]).toBe(`${name} [${shown}]`);
  });

  it('that several attempts ended with has the code, host and port of each', () => {
    const refused = (address: string) =>
      Object.assign(new Error(`connect ECONNREFUSED ${address}:5432`), {
        code: 'ECONNREFUSED',
        syscall: 'connect',
      });
    const error = new AggregateError([refused('::1'), refused('127.0.0.1')]);
    expect(line(Object.assign(error, { code: 'ECONNREFUSED' }))).toBe(
      'AggregateError [code=ECONNREFUSED] ← Error: connect ECONNREFUSED ::1:5432 ← Error: connect ECONNREFUSED 127.0.0.1:5432',
    );
  });

  it('whose cause is a method, as VError has one, shows what it wraps', () => {
    const error = Object.assign(new Error('a: b'), { cause: () => 'b', jse_cause: new Error('b') });
    expect(line(error)).toBe('Error: a: b ← Error: b');
  });

  it('always shows the error that decided the code', () => {
    let error: Error = Object.assign(new Error('x'), { syscall: 'open', code: 'EDECIDES' });
    for (let depth = 0; depth < 16; depth++) error = new Error('x', { cause: error });
    expect(translate(error).code).toBe('IO_ERROR');
    expect(line(error)).toContain('[code=EDECIDES]');
  });

  it('has the reason that is not one of its causes', () => {
    const error = new UnauthorizedException();
    const reason = new RangeError('too many keys');
    expect(lineOf(describeError(error, { reason }))).toBe(
      'UnauthorizedException: Unauthorized ← RangeError: too many keys',
    );
  });

  it('has the own words of the application, where its message says less', () => {
    const error = new BadRequestException({ message: ['email must be an email'] });
    expect(lineOf(describeError(error, { ownWords: 'email must be an email' }))).toBe(
      'BadRequestException: email must be an email',
    );
  });

  it.each([
    ['an unknown route', 'Cannot GET /plans?token=secret', 'Error: Cannot GET /plans'],
    [
      'JSON that was not read',
      `Unexpected token 's', "secret" is not valid JSON`,
      'Error: Unexpected token is not valid JSON',
    ],
  ])('does not quote %s', (_name, message, text) => {
    expect(line(new Error(message))).toBe(text);
  });

  it.each([
    ['a string', 'text', 'thrown string text'],
    ['undefined', undefined, 'thrown undefined'],
    ['null', null, 'thrown null'],
    ['a symbol', Symbol('s'), 'thrown symbol Symbol(s)'],
    ['an object', { token: 'secret' }, 'thrown object without a message'],
    ['an object with a message', { message: 'm' }, 'm'],
    ['an error without a message', new Error(), 'Error'],
    [
      'an error whose name and message are none',
      { name: 1, message: 2 },
      'thrown object without a message',
    ],
  ])('is described when it is %s', (_name, value, text) => {
    expect(line(value)).toBe(text);
  });

  it('ends when its causes go in a circle, and after sixteen of them', () => {
    const circle = new Error('a');
    circle.cause = circle;
    expect(line(circle)).toBe('Error: a');
    let deep = new Error('x');
    for (let depth = 0; depth < 20_000; depth++) deep = new Error('x', { cause: deep });
    expect(line(deep).split(' ← ')).toHaveLength(17);
  });

  it('survives a proxy whose traps throw', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(line(proxy)).toBe('thrown object without a message');
    expect(stack(proxy)).toBeUndefined();
  });
});
