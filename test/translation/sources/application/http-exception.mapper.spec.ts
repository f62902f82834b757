import { readFileSync } from 'node:fs';
import * as common from '@nestjs/common';
import createError from 'http-errors';
import jwt from 'jsonwebtoken';
import type { AuthOsErrorCode } from 'nestjs-authos-errors';
import { translate } from '../../../support/translate.js';

const { HttpException } = common;

/** Every exception class that Nest exports. */
const EXCEPTIONS = Object.values<unknown>({ ...common }).filter(
  (value): value is new (message: string) => common.HttpException =>
    typeof value === 'function' && value.prototype instanceof HttpException,
);

describe('an HttpException', () => {
  it.each<[number, AuthOsErrorCode, number]>([
    [400, 'BAD_REQUEST', 400],
    [401, 'UNAUTHORIZED', 401],
    [402, 'BAD_REQUEST', 400],
    [403, 'FORBIDDEN', 403],
    [404, 'NOT_FOUND', 404],
    [409, 'DUPLICATE_CONSTRAINT', 400],
    [410, 'NOT_FOUND', 404],
    [413, 'BAD_REQUEST', 400],
    [418, 'BAD_REQUEST', 400],
    [422, 'BAD_REQUEST', 400],
    [429, 'TOO_MANY_REQUESTS', 429],
    [499, 'BAD_REQUEST', 400],
    [500, 'INTERNAL_SERVER_ERROR', 500],
    [503, 'INTERNAL_SERVER_ERROR', 500],
    [599, 'INTERNAL_SERVER_ERROR', 500],
    [600, 'INTERNAL_SERVER_ERROR', 500],
    [200, 'INTERNAL_SERVER_ERROR', 500],
    [100, 'INTERNAL_SERVER_ERROR', 500],
    [0, 'INTERNAL_SERVER_ERROR', 500],
    [Number.NaN, 'INTERNAL_SERVER_ERROR', 500],
  ])('of status %d is %s with status %d', (thrown, code, status) => {
    expect(translate(new HttpException('text', thrown))).toMatchObject({ code, status });
  });

  it.each<[number, number]>([
    [409, 409],
    [422, 422],
    [503, 503],
    [599, 599],
    [600, 500],
    [200, 500],
    [404.5, 400],
    [Number.NaN, 500],
  ])('of status %d keeps an error status with httpStatus preserve: %d', (thrown, status) => {
    expect(translate(new HttpException('x', thrown), { httpStatus: 'preserve' }).status).toBe(
      status,
    );
  });

  it.each(EXCEPTIONS.map((type) => [type.name, type] as const))(
    'of the class %s is recognised',
    (_name, Exception) => {
      const exception = new Exception('text');
      expect(translate(exception)).toMatchObject({
        code: expect.not.stringMatching('GENERIC_ERROR'),
        message: exception.getStatus() < 500 ? 'text' : undefined,
      });
    },
  );

  it('takes the code of the errorCode option', () => {
    const exception = new common.ConflictException('Plan is sold out.', {
      errorCode: 'SERVICE_LIMIT_EXCEEDED',
    });
    expect(translate(exception)).toMatchObject({
      code: 'SERVICE_LIMIT_EXCEEDED',
      status: 400,
      message: 'Plan is sold out.',
    });
  });

  it('takes the code and the text of an envelope in its body', () => {
    const body = { error: 'Not yours.', error_code: 'FORBIDDEN', timestamp: '' };
    expect(translate(new HttpException(body, 400))).toMatchObject({
      code: 'FORBIDDEN',
      status: 403,
      message: 'Not yours.',
    });
  });

  it('keeps the status 400 with httpStatus preserve, whatever its code', () => {
    const exception = new HttpException({ message: 'x', error_code: 'NOT_FOUND' }, 400);
    expect(translate(exception, { httpStatus: 'preserve' })).toMatchObject({
      code: 'NOT_FOUND',
      status: 400,
    });
  });

  it.each(['NOPE', 'constructor', 7, null])('ignores %p as its code', (code) => {
    const exception = new common.BadRequestException({ message: 'x', error_code: code });
    Object.assign(exception, { errorCode: code });
    expect(translate(exception)).toMatchObject({ code: 'BAD_REQUEST', message: 'x' });
  });

  it.each<[string, unknown, string | undefined]>([
    ['a string', 'one', 'one'],
    ['a message', { message: 'one' }, 'one'],
    ['messages', { message: ['one', 'two'] }, 'one; two'],
    [
      'messages by path',
      { message: { email: ['email must be an email'], 'address.zip': ['zip must be a string'] } },
      'email must be an email; address.zip must be a string',
    ],
    [
      'ValidationErrors',
      {
        message: [
          {
            property: 'email',
            value: 'secret',
            target: { a: 'secret' },
            constraints: { a: 'email is bad' },
          },
          {
            property: 'address',
            children: [{ property: 'zip', value: 'secret', constraints: { b: 'zip is bad' } }],
          },
        ],
      },
      'email is bad; address.zip is bad',
    ],
    [
      'ValidationErrors that hold something else, too',
      {
        message: [
          {
            property: 'user',
            constraints: { a: 7, b: 'user is bad' },
            children: [
              null,
              { constraints: { a: 'secret' } },
              { property: 'name', constraints: { a: 'name is bad' } },
              { property: 'email', constraints: { a: 'email is bad' } },
            ],
          },
        ],
      },
      'user is bad; user.name is bad; user.email is bad',
    ],
    [
      'messages by path, one of them no text',
      { message: { name: 7, email: [7, null, {}, 'email must be an email'] } },
      'email must be an email',
    ],
    [
      'messages by path that do not name it',
      { message: { email: ['Taken.'], 'address.zip': ['Five digits.'], size: 'sizeless' } },
      'email: Taken.; address.zip: Five digits.; size: sizeless',
    ],
    [
      'issues that are none',
      { message: [7, null, { message: 7 }, { message: 'Unknown key' }] },
      'Unknown key',
    ],
    [
      'issues of a schema library',
      {
        message: 'Validation failed',
        errors: [
          { path: ['user', 'email'], message: 'Invalid email', input: 'secret' },
          { path: [], message: 'Unknown key' },
        ],
      },
      'user.email: Invalid email; Unknown key',
    ],
    [
      'issues of Standard Schema',
      { message: [{ path: [{ key: 'user' }, 'email'], message: 'Invalid email' }] },
      'user.email: Invalid email',
    ],
    [
      'errors by field',
      { status: 422, errors: { email: 'emailAlreadyExists', password: 'incorrectPassword' } },
      'email: emailAlreadyExists; password: incorrectPassword',
    ],
    [
      'errors by field, as a factory joins them',
      { status: 422, errors: { email: 'email must be an email, email should not be empty' } },
      'email must be an email, email should not be empty',
    ],
    [
      'errors by nested field',
      { status: 422, errors: { address: { zip: 'mustBeInteger', city: { name: ['too short'] } } } },
      'address.zip: mustBeInteger; address.city.name: too short',
    ],
    [
      'sentences by nested field',
      { errors: { address: { zip: ['zip must be an integer', 'zip'] } } },
      'address.zip must be an integer; address.zip',
    ],
    [
      'errors in a list',
      { message: 'Failed', errors: ['Too long.', 'Too late.'] },
      'Too long.; Too late.',
    ],
    ['an error at the field "message"', { errors: { message: 'required' } }, 'message: required'],
    [
      'the errors of an ODM by field',
      { errors: { email: { message: 'Email is bad.', kind: 'user defined', value: 'secret' } } },
      'email: Email is bad.',
    ],
    [
      'errors of express-validator',
      { errors: [{ type: 'field', value: 'secret', msg: 'Bad', path: 'email', location: 'body' }] },
      'email: Bad',
    ],
    [
      'errors of express-validator by field',
      { errors: { email: { value: 'secret', msg: 'Bad', path: 'email', location: 'body' } } },
      'email: Bad',
    ],
    [
      'errors of Joi',
      {
        errors: [{ path: ['a', 'b'], message: '"a.b" is required', context: { value: 'secret' } }],
      },
      '"a.b" is required',
    ],
    [
      'issues that name their field otherwise',
      {
        errors: [
          { instancePath: '/address/zip', message: 'must be integer' },
          { field: 'email', message: 'taken' },
          { property: 'name', message: 'too long' },
        ],
      },
      'address.zip: must be integer; email: taken; name: too long',
    ],
    [
      'what looks like ValidationErrors without a text',
      { errors: { user: { property: 'email', value: 'secret', target: { password: 'secret' } } } },
      'user.property: email',
    ],
    ['an error at the field "value"', { errors: { value: 'tooHigh' } }, 'value: tooHigh'],
    [
      'errors that are inherited',
      { errors: Object.assign(Object.create({ inherited: 'secret' }), { own: 'taken' }) },
      'own: taken',
    ],
    [
      'ValidationErrors by field',
      { errors: { user: { property: 'email', constraints: { a: 'email is bad' } } } },
      'user.email is bad',
    ],
    [
      'errors that may be values',
      { message: 'Failed', errors: [{ email: 'secret' }, ['secret'], () => 'secret', 7] },
      'Failed',
    ],
    ['no errors but a message', { errors: {}, message: 'Failed' }, 'Failed'],
    [
      'problem details',
      { type: '/sold-out', title: 'Sold out', status: 409, detail: 'No seat is left.' },
      'No seat is left.',
    ],
    ['nothing but a title', { type: 'about:blank', title: 'Sold out' }, 'Sold out'],
    ['details by issue', { detail: [{ loc: ['q'], msg: 'field required' }] }, 'field required'],
    [
      'a message beside the rest',
      { message: 'One', detail: 'two', title: 'three', error: 'four' },
      'One',
    ],
    ['a title beside an error', { title: 'One', error: 'Bad Request' }, 'One'],
    ['nothing but an error', { error: 'A plan is required.' }, 'A plan is required.'],
    ['an empty message', { message: '', error: 'Bad Request' }, 'Bad Request'],
    ['an error with a message', { error: { code: 7, message: 'No such plan.' } }, 'No such plan.'],
    ['errors by field in its error', { error: { email: 'taken' } }, 'email: taken'],
    ['an error that is no text', { error: 7 }, undefined],
    ['a list', ['One', 'two'], 'One; two'],
    ['a list of issues', [{ path: ['a'], message: 'Bad' }], 'a: Bad'],
    ['a body of its own', { reason: 'secret' }, undefined],
    ['no message', { message: undefined }, undefined],
    ['a number', { message: 7 }, undefined],
    ['no items', { message: [] }, undefined],
    ['null', null, undefined],
  ])('with %s in its body says one line', (_name, body, message) => {
    const exception = new HttpException(body as string, 400);
    expect(translate(exception).message).toBe(message);
  });

  const texts = Array.from({ length: 100_000 }, (_, index) => `issue ${index}`);

  it.each<[string, unknown]>([
    ['issues', texts],
    ['issues of one path', { issue: texts }],
    ['paths', Object.fromEntries(texts.map((text) => [text, [text]]))],
    ['paths of a path', { issue: Object.fromEntries(texts.map((text) => [text, text])) }],
    ['lists', texts.map((text) => ({ msg: text }))],
  ])('tells no more than a hundred of a hundred thousand %s', (_what, message) => {
    const exception = new common.BadRequestException({ message });
    const lines = translate(exception).message?.split('; ');
    expect(lines?.map((line) => line.replace('issue.', ''))).toEqual(texts.slice(0, 100));
  });

  it('does not follow fields that contain themselves', () => {
    const fields: Record<string, unknown> = { a: 'b' };
    fields.fields = fields;
    fields.more = [fields];
    const message = translate(new common.BadRequestException({ errors: fields })).message!;
    expect(message).toMatch(/^a: b; fields\.a: b; fields\.fields\.a: b; /);
    expect(message.split('; ')).toHaveLength(72);
  });

  it('does not follow alternatives that contain themselves', () => {
    const issue = { msg: 'x', nestedErrors: [] as unknown[] };
    issue.nestedErrors.push(issue, [issue, issue]);
    const exception = new common.BadRequestException({ errors: [issue], message: 'Failed' });
    expect(translate(exception).message).toBe('Failed');
  });

  it('cuts texts that no answer has room for', () => {
    const text = 'x'.repeat(20_000_000);
    const exception = new common.BadRequestException(Array(100).fill(text));
    expect(translate(exception).message).toHaveLength(100 * 10_000 + 99 * 2);
  });

  it('names no more than 20 segments of a path', () => {
    const path = Array.from({ length: 1000 }, () => 'a');
    const exception = new common.BadRequestException({ message: [{ path, message: 'Bad' }] });
    expect(translate(exception).message).toBe(`${path.slice(0, 20).join('.')}: Bad`);
  });

  it.each([
    ['after a hundred', 'a', 100],
    ['when their path is longer than 500 characters', 'a'.repeat(499), 2],
  ])('does not follow children that contain themselves, %s', (_when, property, length) => {
    const error = { property, constraints: { b: 'c' }, children: [] as unknown[] };
    error.children.push(error);
    const lines = Array.from({ length }, (_, depth) => `${`${property}.`.repeat(depth)}c`);
    expect(translate([error]).message).toBe(lines.join('; '));
  });

  it('does not follow children that contain themselves and say nothing', () => {
    const silent = { property: 'a', children: [] as unknown[] };
    silent.children.push(silent, silent, silent);
    expect(translate([silent]).message).toBeUndefined();
  });

  it('of 5xx keeps its text from the client', () => {
    const exception = new common.InternalServerErrorException('secret');
    expect(translate(exception).message).toBeUndefined();
    expect(translate(exception, { exposeServerMessages: true }).message).toBe('secret');
  });

  it('keeps its own code around a cause', () => {
    const cause = Object.assign(new Error('x'), { syscall: 'open', code: 'ENOENT', errno: -2 });
    expect(translate(new common.ConflictException('text', { cause })).code).toBe(
      'DUPLICATE_CONSTRAINT',
    );
  });

  describe("that Nest's adapter made of the error of a middleware", () => {
    const adapted = (error: Error, status: number): common.HttpException =>
      new HttpException(error.message, status, { cause: error });
    const thrown = (call: () => unknown): Error => {
      try {
        call();
      } catch (error) {
        return error as Error;
      }
      return new Error();
    };

    it('says what the application says with createError', () => {
      expect(translate(adapted(createError(404, 'No such plan.'), 404))).toMatchObject({
        code: 'NOT_FOUND',
        message: 'No such plan.',
      });
    });

    it('keeps the text of an error of Node', () => {
      const error = createError(
        410,
        thrown(() => readFileSync('/nowhere/secret')),
      );
      expect(translate(adapted(error, 410))).toMatchObject({
        code: 'NOT_FOUND',
        message: undefined,
      });
      expect(translate(adapted(error, 410), { httpStatus: 'preserve' }).status).toBe(410);
    });

    it('keeps the text of an error of a library, and the status that the application gave it', () => {
      const error = createError(
        404,
        thrown(() => jwt.verify('secret', 'key')),
      );
      expect(translate(adapted(error, 404))).toMatchObject({
        code: 'NOT_FOUND',
        message: undefined,
      });
    });

    it('is an error of a token where a library says so (constructed)', () => {
      const error = Object.assign(
        thrown(() => jwt.verify('secret', 'key')),
        { statusCode: 401 },
      );
      expect(translate(adapted(error, 401))).toMatchObject({
        code: 'JWT_ERROR',
        message: undefined,
      });
    });

    it.each<[string, common.HttpException]>([
      ['has the class of its status', new common.NotFoundException('jwt malformed')],
      ['has another text', new HttpException('No such plan.', 404)],
      ['has another status', new HttpException('jwt malformed', 409)],
    ])('is the answer of an application where it %s', (_what, exception) => {
      const error = thrown(() => jwt.verify('secret', 'key'));
      exception.cause = Object.assign(error, { statusCode: 404 });
      expect(translate(exception).code).not.toBe('JWT_ERROR');
      expect(translate(exception).message).toBe(
        exception.message.startsWith('No') ? 'No such plan.' : 'jwt malformed',
      );
    });
  });

  it('does not quote the body that JSON.parse could not read', () => {
    const text = messageOf(() => JSON.parse('{"card": VALUE-LEAK}'));
    expect(text).toContain('LEAK');
    expect(translate(new common.BadRequestException(text)).message).toBe(
      'The request body is not valid JSON.',
    );
  });

  it('of another copy of Nest is recognised', () => {
    const foreign = Object.assign(new Error('x'), {
      getStatus: () => 404,
      getResponse: () => ({ message: 'Gone.' }),
    });
    expect(translate(foreign)).toMatchObject({ code: 'NOT_FOUND', message: 'Gone.' });
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
