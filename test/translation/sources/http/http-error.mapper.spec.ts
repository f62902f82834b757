import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import createError from 'http-errors';
import jwt from 'jsonwebtoken';
import { expectRefusal, expectUnknown } from '../../../support/expect-refusal.js';
import { SECRET } from '../../../support/expect-failure.js';
import { middlewareError } from '../../../support/servers/middleware-error.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { translate } from '../../../support/translate.js';

describe('an error of http-errors', () => {
  it('of 4xx is mapped by its status and speaks to the client', () => {
    expectRefusal(createError(404, 'No such file.'), {
      code: 'NOT_FOUND',
      status: 404,
      message: 'No such file.',
    });
  });

  it('keeps its status with httpStatus preserve', () => {
    expect(translate(createError(413), { httpStatus: 'preserve' })).toMatchObject({
      code: 'BAD_REQUEST',
      status: 413,
    });
  });

  it('of 5xx does not speak to the client', () => {
    const refusal = { code: 'INTERNAL_SERVER_ERROR', status: 502 } as const;
    expectRefusal(createError(502, SECRET), refusal);
    expectRefusal(createError(502, SECRET, { expose: true }), refusal);
  });

  it('that is not exposed does not speak to the client', () => {
    expectRefusal(createError(404, SECRET, { expose: false }), { code: 'NOT_FOUND', status: 404 });
  });

  it('whose text is none has the default text', () => {
    const error = Object.assign(createError(404), { message: 7 });
    expect(translate(error)).toMatchObject({ code: 'NOT_FOUND', message: undefined });
  });

  it('of a body parser does not quote the body', () => {
    const error = createError(400, SECRET, { type: 'entity.parse.failed' });
    expectRefusal(error, { code: 'BAD_REQUEST', status: 400 });
  });

  it("made of the application's own error speaks", () => {
    expectRefusal(createError(409, new Error('The plan is sold out.')), {
      code: 'DUPLICATE_CONSTRAINT',
      status: 409,
      message: 'The plan is sold out.',
    });
  });

  const database = new PGlite();

  afterAll(() => database.close());

  it.each<[string, () => unknown]>([
    ['of Node', () => readFileSync(`/nowhere/${SECRET}`)],
    ['of a database', () => database.query(`SELECT * FROM ${SECRET}`)],
    ['of a token', () => jwt.verify(SECRET, 'key')],
  ])('made of an error %s keeps the text to itself', async (_of, call) => {
    const error = createError(404, (await thrownBy(call)) as Error);
    expect(error.expose).toBe(true);
    expectRefusal(error, { code: 'NOT_FOUND', status: 404 });
  });

  it('is the application’s answer to another request where it is a cause', () => {
    expectUnknown(new Error('saving failed', { cause: createError(404, SECRET) }));
  });

  it.each([
    { statusCode: 401 },
    { status: 401 },
    { status: 404, statusCode: 404 },
    { expose: true, status: 404, statusCode: 401 },
    { expose: true, statusCode: 404 },
    { expose: true, status: '404', statusCode: '404' },
  ])('is not an Error that merely carries %j', (properties) => {
    expectUnknown(Object.assign(new Error(SECRET), properties));
  });
});

describe('csrf-csrf', () => {
  it('refuses a request without its token', async () => {
    const { doubleCsrfProtection } = doubleCsrf({
      getSecret: () => SECRET,
      getSessionIdentifier: () => SECRET,
      ignoredMethods: [],
    });
    const error = await middlewareError([cookieParser(), doubleCsrfProtection], '/');
    expect(error).toMatchObject({ code: 'EBADCSRFTOKEN' });
    expectRefusal(error, { code: 'FORBIDDEN', status: 403, message: 'invalid csrf token' });
  });
});
