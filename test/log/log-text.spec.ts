import { describeChain, escapeLine, lineOf, stackOf } from '../../lib/log/log-text.js';

const line = (error: unknown) => lineOf(describeChain(error));
const stack = (error: unknown) => stackOf(describeChain(error));

describe('a text in the log', () => {
  it('stays on one line and has no colours', () => {
    expect(escapeLine('a\r\nb\u001b[31mc\u2028d\u0085e')).toBe(
      String.raw`a\r\nb\u001b[31mc\u2028d\u0085e`,
    );
  });

  it('is cut after 2,000 characters', () => {
    expect(escapeLine('x'.repeat(5_000_000))).toBe(`${'x'.repeat(2000)}…`);
    expect(escapeLine('x'.repeat(2000))).toBe('x'.repeat(2000));
  });
});

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
    ['a code that is a number', { code: 7 }],
  ])('of a library does not show %s', (_what, fields) => {
    const error = Object.assign(new Error('secret'), { name: 'TokenError', uri: '', status: 500 });
    expect(line(Object.assign(error, fields))).toBe('TokenError');
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

  it('ends when its causes go in a circle, and after eight of them', () => {
    const circle = new Error('a');
    circle.cause = circle;
    expect(line(circle)).toBe('Error: a');
    let deep = new Error('x');
    for (let depth = 0; depth < 20_000; depth++) deep = new Error('x', { cause: deep });
    expect(line(deep).split(' ← ')).toHaveLength(9);
  });

  it('survives a proxy whose traps throw', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(line(proxy)).toBe('thrown object without a message');
    expect(stack(proxy)).toBeUndefined();
  });
});

describe('a stack in the log', () => {
  it('has the frames of the error and of its causes', () => {
    const lines = stack(new Error('a', { cause: new TypeError('b') }))?.split('\n') ?? [];
    const causedBy = lines.indexOf('caused by TypeError: b');
    expect(lines[0]).toMatch(/^ {4}at .*log-text\.spec/);
    expect(lines[causedBy + 1]).toMatch(/^ {4}at .*log-text\.spec/);
  });

  it('has no line that a message forged', () => {
    const error = new Error('x\n    at forged (evil.js:1:1)\n[Nest] 1 - LOG forged');
    expect(stack(error)).toMatch(/^ {4}at /);
    expect(stack(error)).not.toContain('forged');
  });

  it('names no cause that has no frames', () => {
    const error = Object.assign(new Error('a', { cause: 'b' }), {
      stack: 'Error: a\n    at x.js:1',
    });
    expect(stack(error)).toBe('    at x.js:1');
  });

  it('has at most 30 lines of an error, and of them those that are frames', () => {
    const frames = Array.from({ length: 1000 }, (_, index) => `    at x.js:${index}`);
    const text = ['Error: a', '', 'no frame at x.js', ...frames].join('\n');
    const error = Object.assign(new Error('a'), { stack: text });
    expect(stack(error)).toBe(frames.slice(0, 27).join('\n'));
  });

  it('is that of an error without a message', () => {
    const error = Object.assign(new Error(), { stack: 'Error\n    at x.js:1' });
    expect(stack(error)).toBe('    at x.js:1');
  });

  it('is that of an error whose message was changed afterwards', () => {
    const error = Object.assign(new Error('a'), { message: 'b', stack: 'Error: a\n    at x.js:1' });
    expect(stack(error)).toBe('    at x.js:1');
  });

  it('is undefined without frames', () => {
    expect(stack('text')).toBeUndefined();
    expect(stack({ stack: 7 })).toBeUndefined();
  });
});
