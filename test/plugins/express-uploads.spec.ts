import {
  Controller,
  type INestApplication,
  type MiddlewareConsumer,
  Module,
  Post,
  Req,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import busboy from 'busboy';
import type { Request, Response } from 'express';
import formidable from 'formidable';
import multer from 'multer';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { BAD_HEADER, field, file, form, FORM_TYPE, TRUNCATED } from '../support/multipart.js';
import { startApp } from '../support/start-app.js';

const LIMITS = { fileSize: 10, files: 1, fields: 1, parts: 2 };

@Controller()
class UploadController {
  @Post('middleware')
  middleware(): string {
    return 'stored';
  }

  @Post('interceptor')
  @UseInterceptors(FileInterceptor('avatar', { limits: LIMITS }))
  interceptor(@UploadedFile() _avatar: unknown): string {
    return 'stored';
  }

  @Post('multer')
  async multer(
    @Req() upload: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      multer({ limits: LIMITS }).single('avatar')(upload, response, (error?: unknown) =>
        error ? reject(error as Error) : resolve(),
      );
    });
    return 'stored';
  }

  @Post('formidable')
  async formidable(@Req() upload: Request): Promise<string> {
    await formidable({ maxFileSize: 10, maxFiles: 1, maxFields: 1 }).parse(upload);
    return 'stored';
  }

  @Post('busboy')
  async busboy(@Req() upload: Request): Promise<string> {
    const parser = busboy({ headers: upload.headers });
    parser.on('file', (_name, content) => content.on('error', () => {}).resume());
    await new Promise((resolve, reject) => {
      upload.pipe(parser).once('error', reject).once('close', resolve);
    });
    return 'stored';
  }
}

@Module({ imports: [AuthOsErrorsModule], controllers: [UploadController] })
class UploadModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(multer({ limits: LIMITS }).single('avatar')).forRoutes('middleware');
  }
}

const LARGE = form(file('avatar', 'x'.repeat(100)));
const UNEXPECTED = form(file('cover'));
const TOO_MANY_FIELDS = form(field('a'), field('b'));

describe('an upload on Express', () => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    ({ app, url } = await startApp('express', { imports: [UploadModule] }));
  });

  afterAll(() => app.close());

  describe.each([
    ['multer as middleware', '/middleware'],
    ['multer in a handler', '/multer'],
  ])('to %s', (_place, path) => {
    it.each([
      ['a file too large', LARGE, FORM_TYPE],
      ['an unexpected file', UNEXPECTED, FORM_TYPE],
      ['too many fields', TOO_MANY_FIELDS, FORM_TYPE],
      ['too many parts', form(field('a'), file('avatar'), file('b')), FORM_TYPE],
      ['no boundary', 'LEAK', 'multipart/form-data'],
      ['a truncated form', TRUNCATED, FORM_TYPE],
      ['a malformed part', BAD_HEADER, FORM_TYPE],
      ['a multipart body that is no form', 'LEAK', 'multipart/mixed; boundary=limit'],
    ])('is refused with %s', async (_what, body, type) => {
      expectEnvelope(await upload(path, body, type), 'BAD_REQUEST');
    });
  });

  describe('to the FileInterceptor', () => {
    it.each([
      ['a file too large', LARGE, FORM_TYPE, 'File too large'],
      ['an unexpected file', UNEXPECTED, FORM_TYPE, 'Unexpected file field - cover'],
      ['too many fields', TOO_MANY_FIELDS, FORM_TYPE, 'Too many fields'],
      ['no boundary', 'LEAK', 'multipart/form-data', 'Multipart: Boundary not found'],
      ['a truncated form', TRUNCATED, FORM_TYPE, 'Multipart: Unexpected end of form'],
      ['a malformed part', BAD_HEADER, FORM_TYPE, 'Multipart: Malformed part header'],
      ['no form', 'LEAK', 'multipart/mixed; boundary=limit', 'Unsupported content type'],
    ])('is refused with %s in the words of Nest', async (_what, body, type, error) => {
      expectEnvelope(await upload('/interceptor', body, type), 'BAD_REQUEST', { error });
    });
  });

  it.each([
    ['a file too large', LARGE, FORM_TYPE],
    ['too many files', form(file('a'), file('b')), FORM_TYPE],
    ['too many fields', TOO_MANY_FIELDS, FORM_TYPE],
    ['no form', 'LEAK', 'text/plain'],
    ['no boundary', 'LEAK', 'multipart/form-data'],
    ['a truncated form', TRUNCATED, FORM_TYPE],
  ])('to formidable is refused with %s', async (_what, body, type) => {
    expectEnvelope(await upload('/formidable', body, type), 'BAD_REQUEST');
  });

  it.each([
    ['no form', 'LEAK', 'text/plain'],
    ['no boundary', 'LEAK', 'multipart/form-data'],
    ['a truncated form', TRUNCATED, FORM_TYPE],
    ['a malformed part', BAD_HEADER, FORM_TYPE],
  ])('to busboy is refused with %s', async (_what, body, type) => {
    expectEnvelope(await upload('/busboy', body, type), 'BAD_REQUEST');
  });

  it.each(['/middleware', '/interceptor', '/multer', '/formidable', '/busboy'])(
    'to %s is stored when it is well',
    async (path) => {
      expect((await upload(path, form(file('avatar')), FORM_TYPE)).text).toBe('stored');
    },
  );

  function upload(path: string, body: string, type: string): request.Test {
    return request(url).post(path).set('content-type', type).send(body);
  }
});
