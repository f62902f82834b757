import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { Controller, Get, type INestApplication, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AuthOsErrorsModule, type ErrorReport } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { PLATFORMS, type Platform, startApp } from '../../../support/start-app.js';

const failure = new Error('secret');

async function* failsMidway(): AsyncGenerator<string> {
  yield 'half of it';
  // The first byte has to be out.
  await new Promise((resolve) => setImmediate(resolve));
  throw failure;
}

// oxlint-disable-next-line require-yield -- it fails before
async function* failsAtOnce(): AsyncGenerator<string> {
  await Promise.resolve();
  throw failure;
}

const midway = (): Readable => Readable.from(failsMidway(), { objectMode: false });

@Controller()
class StreamingController {
  @Get('file')
  file(): StreamableFile {
    return new StreamableFile(midway());
  }

  @Get('file-at-once')
  fileAtOnce(): StreamableFile {
    return new StreamableFile(Readable.from(failsAtOnce(), { objectMode: false }));
  }
}

@Controller()
class FastifyController extends StreamingController {
  @Get('reply')
  reply(@Res() reply: FastifyReply): void {
    void reply.send(midway());
  }

  @Get('web')
  web(@Res() reply: FastifyReply): void {
    void reply.send(ReadableStream.from(failsMidway()));
  }
}

@Controller()
class ExpressController extends StreamingController {
  @Get('reply')
  reply(@Res() response: Response): void {
    midway()
      .on('error', (error) => response.destroy(error))
      .pipe(response);
  }
}

const PATHS: Readonly<Record<Platform, readonly string[]>> = {
  express: ['file'],
  fastify: ['file', 'reply', 'web', 'plugin/file'],
};

describe.each(PLATFORMS)('a stream that fails on %s', (platform) => {
  const reports: ErrorReport[] = [];
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    const onError = (report: ErrorReport): void => void reports.push(report);
    ({ app, url } = await startApp(
      platform,
      {
        imports: [AuthOsErrorsModule.forRoot({ onError })],
        controllers: [platform === 'fastify' ? FastifyController : ExpressController],
      },
      (created) => {
        if (platform === 'express') return;
        const instance = created.getHttpAdapter().getInstance() as FastifyInstance;
        void instance.register(
          async (plugin) => plugin.get('/file', (_request, reply) => reply.send(midway())),
          { prefix: '/plugin' },
        );
      },
    ));
  });
  beforeEach(() => {
    reports.length = 0;
  });
  afterAll(() => app.close());

  it.each(PATHS[platform])(
    'midway breaks the connection, and is reported once: /%s',
    async (path) => {
      await expect(request(url).get(`/${path}`)).rejects.toThrow('aborted');
      expect(reports).toMatchObject([
        {
          code: 'INTERNAL_SERVER_ERROR',
          error: failure,
          message: `500 INTERNAL_SERVER_ERROR GET /${path}: Error: secret`,
        },
      ]);
    },
  );

  it('before its first byte is answered with the envelope, and is reported once', async () => {
    const response = await request(url).get('/file-at-once');
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
    expect(reports).toMatchObject([{ code: 'INTERNAL_SERVER_ERROR', error: failure }]);
  });
});
