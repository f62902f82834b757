import multipart, {
  type FastifyMultipartAttachFieldsToBodyOptions,
  type FastifyMultipartOptions,
} from '@fastify/multipart';
import { Controller, type INestApplication, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { field, file, form, FORM_TYPE, TRUNCATED } from '../support/multipart.js';
import { type RunningApp, startApp } from '../support/start-app.js';

@Controller()
class UploadController {
  @Post('handler')
  async handler(@Req() upload: FastifyRequest): Promise<string> {
    for await (const part of upload.parts()) {
      if (part.type === 'file') await part.toBuffer();
    }
    return 'stored';
  }

  @Post('file')
  async file(@Req() upload: FastifyRequest): Promise<string> {
    await (await upload.file())?.toBuffer();
    return 'stored';
  }

  @Post('hook')
  hook(): string {
    return 'stored';
  }
}

function startUploads(
  options: FastifyMultipartOptions | FastifyMultipartAttachFieldsToBodyOptions,
): Promise<RunningApp> {
  return startApp(
    'fastify',
    { imports: [AuthOsErrorsModule], controllers: [UploadController] },
    (app) => app.getHttpAdapter().getInstance().register(multipart, options),
  );
}

const JSON_PART =
  'Content-Disposition: form-data; name="plan"\r\nContent-Type: application/json\r\n\r\n{"LEAK"';

const REFUSED: [what: string, body: string, type: string, text: string][] = [
  ['a file too large', form(file('a', 'x'.repeat(100))), FORM_TYPE, 'request file too large'],
  ['too many files', form(file('a'), file('b')), FORM_TYPE, 'reach files limit'],
  ['too many fields', form(field('a'), field('b')), FORM_TYPE, 'reach fields limit'],
  [
    'a field of a prototype',
    form(field('__proto__')),
    FORM_TYPE,
    'prototype property is not allowed as field name',
  ],
  [
    'a part that is no JSON',
    form(JSON_PART),
    FORM_TYPE,
    'a request field is not a valid JSON as declared by its Content-Type',
  ],
];

const LIMITS = { fileSize: 10, files: 1, fields: 1 };

describe('@fastify/multipart', () => {
  let app: INestApplication;
  let url: string;

  afterEach(() => app.close());

  describe('read by a handler', () => {
    it.each([
      ...REFUSED,
      ['no form', '{}', 'application/json', ''],
      ['no boundary', 'LEAK', 'multipart/form-data', ''],
      ['a truncated form', TRUNCATED, FORM_TYPE, ''],
    ])('refuses %s with the default text', async (_what, body, type) => {
      ({ app, url } = await startUploads({ limits: LIMITS }));
      expectEnvelope(await upload('/handler', body, type), 'BAD_REQUEST');
    });

    it('refuses too many parts', async () => {
      ({ app, url } = await startUploads({ limits: { parts: 1 } }));
      const response = await upload('/handler', form(field('a'), field('b')), FORM_TYPE);
      expectEnvelope(response, 'BAD_REQUEST');
    });

    it.each([
      ['a file too large', form(file('a', 'x'.repeat(100))), FORM_TYPE],
      ['no form', '{}', 'application/json'],
      ['a truncated file', TRUNCATED, FORM_TYPE],
    ])('refuses %s where it wants one file', async (_what, body, type) => {
      ({ app, url } = await startUploads({ limits: LIMITS }));
      expectEnvelope(await upload('/file', body, type), 'BAD_REQUEST');
    });

    it('stores what is well', async () => {
      ({ app, url } = await startUploads({ limits: LIMITS }));
      expect((await upload('/handler', form(file('a')), FORM_TYPE)).text).toBe('stored');
    });
  });

  describe('read by its hook', () => {
    it.each(REFUSED)(
      'refuses %s with its own text, as Nest has it',
      async (_what, body, type, error) => {
        ({ app, url } = await startUploads({ limits: LIMITS, attachFieldsToBody: true }));
        expectEnvelope(await upload('/hook', body, type), 'BAD_REQUEST', { error });
      },
    );

    it.each([
      ['no boundary', 'LEAK', 'multipart/form-data'],
      ['a truncated form', TRUNCATED, FORM_TYPE],
    ])('refuses %s', async (_what, body, type) => {
      ({ app, url } = await startUploads({ limits: LIMITS, attachFieldsToBody: true }));
      expectEnvelope(await upload('/hook', body, type), 'BAD_REQUEST');
    });
  });

  function upload(path: string, body: string, type: string): request.Test {
    return request(url).post(path).set('content-type', type).send(body);
  }
});
