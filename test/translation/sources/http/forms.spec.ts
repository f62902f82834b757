import { createRequire } from 'node:module';
import busboy from 'busboy';
import type { RequestHandler } from 'express';
import formidable, { type Options } from 'formidable';
import multer from 'multer';
import {
  expectRefusalAsCause,
  expectUnknown,
  UpstreamError,
} from '../../../support/expect-refusal.js';
import { SECRET } from '../../../support/expect-failure.js';
import { BAD_HEADER, field, file, form, FORM_TYPE, TRUNCATED } from '../../../support/multipart.js';
import { bodyError, middlewareError } from '../../../support/servers/middleware-error.js';

const require = createRequire(import.meta.url);
const NO_BOUNDARY = 'multipart/form-data';

describe('multer as middleware', () => {
  it.each<[string, string, multer.Options['limits'], string, number]>([
    ['a file too large', 'LIMIT_FILE_SIZE', { fileSize: 1 }, form(file('avatar')), 413],
    ['a file nobody asked for', 'LIMIT_UNEXPECTED_FILE', {}, form(file(SECRET)), 400],
    ['too many files', 'LIMIT_FILE_COUNT', { files: 0 }, form(file('avatar')), 400],
    ['too many fields', 'LIMIT_FIELD_COUNT', { fields: 0 }, form(field('a')), 400],
    ['too many parts', 'LIMIT_PART_COUNT', { parts: 1 }, form(field('a'), field('b')), 400],
    ['a name too long', 'LIMIT_FIELD_KEY', { fieldNameSize: 1 }, form(field('abc')), 400],
    ['a value too long', 'LIMIT_FIELD_VALUE', { fieldSize: 1 }, form(field('a')), 400],
    [
      'a name nested too deep',
      'LIMIT_FIELD_NESTING',
      { fieldNestingDepth: 1 } as multer.Options['limits'],
      form(field('a[b][c]')),
      400,
    ],
    [
      'a part without a name',
      'MISSING_FIELD_NAME',
      {},
      form('Content-Disposition: form-data\r\n\r\nabc'),
      400,
    ],
  ])('refuses %s', async (_what, code, limits, body, status) => {
    const error = await bodyError(multer({ limits }).single('avatar'), FORM_TYPE, body);
    expect(error).toMatchObject({ name: 'MulterError', code });
    expectRefusalAsCause(error, { code: 'BAD_REQUEST', status });
  });

  it('does not take for a refusal what its storage or its filter throws', async () => {
    const fails = multer({ fileFilter: (_request, _file, done) => done(new Error(SECRET)) });
    const error = await bodyError(fails.single('avatar'), FORM_TYPE, form(file('avatar')));
    expect(error).toMatchObject({ storageErrors: [] });
    expectUnknown(error);
    expectUnknown(new multer.MulterError('STREAM_DESTROYED' as multer.ErrorCode));
    expectUnknown(new UpstreamError({ code: 'LIMIT_FILE_SIZE' }));
    expectUnknown(new UpstreamError({ name: 'MulterError' }));
    expectUnknown(new UpstreamError({ name: 'MulterError', code: 'ODD' }));
  });
});

describe('busboy', () => {
  const parse: RequestHandler = ({ headers }, _response, next) => {
    busboy({ headers });
    next();
  };
  const pipe: RequestHandler = (request, _response, next) => {
    const parser = busboy({ headers: request.headers }).once('error', next);
    parser.on('file', (_name, content) => content.on('error', () => {}).resume());
    request.pipe(parser);
  };

  it.each<[string, RequestHandler, string, string, number]>([
    ['no form', parse, `text/${SECRET}`, 'abc', 415],
    ['a malformed content type', parse, '%%', 'abc', 400],
    ['no boundary', parse, NO_BOUNDARY, 'abc', 400],
    ['a truncated form', pipe, FORM_TYPE, TRUNCATED, 400],
    ['a malformed part', pipe, FORM_TYPE, BAD_HEADER, 400],
  ])('refuses %s', async (_what, handler, type, body, status) => {
    const error = await bodyError(handler, type, body);
    expect(Object.keys(error as Error)).toEqual([]);
    expectRefusalAsCause(error, { code: 'BAD_REQUEST', status });
  });

  it('refuses a request without a content type', async () => {
    const error = await middlewareError(parse, '/');
    expect(error).toMatchObject({ message: 'Missing Content-Type' });
    expectRefusalAsCause(error, { code: 'BAD_REQUEST', status: 400 });
  });

  it.each(['Malformed urlencoded form', 'Unexpected end of file'])(
    'refuses a body with %j (constructed)',
    (text) => expectRefusalAsCause(new Error(text), { code: 'BAD_REQUEST', status: 400 }),
  );

  it('refuses a truncated file, on the stream of the file', async () => {
    const handler: RequestHandler = (request, _response, next) => {
      const parser = busboy({ headers: request.headers }).on('error', () => {});
      parser.on('file', (_name, content) => content.once('error', next).resume());
      request.pipe(parser);
    };
    const error = await bodyError(handler, FORM_TYPE, TRUNCATED);
    expectRefusalAsCause(error, { code: 'BAD_REQUEST', status: 400 });
  });

  it.each(['Unexpected end of form: hunter2', 'Unsupported content types', 7, ''])(
    'is not an Error that says %j',
    (message) => {
      expectUnknown(Object.assign(new Error(), { message }));
    },
  );
});

describe('busboy of Fastify', () => {
  const FastifyBusboy = require('@fastify/busboy') as new (
    options: object,
  ) => NodeJS.WritableStream;

  it.each([
    ['no form', { 'content-type': `text/${SECRET}` }, 415],
    ['no content type', {}, 400],
    ['no boundary', { 'content-type': NO_BOUNDARY }, 400],
  ])('refuses %s', (_what, headers, status) => {
    const error = catchError(() => new FastifyBusboy({ headers }));
    expectRefusalAsCause(error, { code: 'BAD_REQUEST', status });
  });

  it('refuses a truncated form', async () => {
    const parser = new FastifyBusboy({ headers: { 'content-type': FORM_TYPE } });
    const files: unknown[] = [];
    parser.on('file', (_name: string, content: NodeJS.ReadableStream) => {
      content.on('error', (error) => files.push(error)).resume();
    });
    const error = await new Promise((resolve) => {
      parser.once('error', resolve).end(TRUNCATED);
    });
    expect(files).toHaveLength(1);
    for (const refused of [error, ...files]) {
      expectRefusalAsCause(refused, { code: 'BAD_REQUEST', status: 400 });
    }
  });
});

describe('formidable', () => {
  const parse =
    (options: Options): RequestHandler =>
    (request, _response, next) => {
      formidable(options).parse(request, (error) => next(error));
    };

  it.each<[string, Options, string, string, number]>([
    ['a file too large', { maxFileSize: 1 }, FORM_TYPE, form(file('avatar')), 413],
    ['too many files', { maxFiles: 1 }, FORM_TYPE, form(file('a'), file('b')), 413],
    ['too many fields', { maxFields: 1 }, FORM_TYPE, form(field('a'), field('b')), 413],
    ['a value too long', { maxFieldsSize: 1 }, FORM_TYPE, form(field('a')), 413],
    ['an empty file', { allowEmptyFiles: false }, FORM_TYPE, form(file('a', '')), 400],
    ['no form', {}, `text/${SECRET}`, 'abc', 415],
    ['no boundary', {}, NO_BOUNDARY, 'abc', 400],
    ['a truncated form', {}, FORM_TYPE, TRUNCATED, 400],
  ])('refuses %s', async (_what, options, type, body, status) => {
    const error = await bodyError(parse(options), type, body);
    expect(error).toMatchObject({ httpCode: status });
    expectRefusalAsCause(error, { code: 'BAD_REQUEST', status });
  });

  it('is not an Error that merely has an httpCode', () => {
    expectUnknown(new UpstreamError({ httpCode: 404 }));
    expectUnknown(new UpstreamError({ httpCode: '404', code: 1009 }));
  });
});

function catchError(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}
