import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { fastifyMultipart } from '@fastify/multipart';
import { Controller, Post, Req, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { type RecordingLogger, recordingLogger } from '../../../support/recording-logger.js';
import { PLATFORMS, startApp } from '../../../support/start-app.js';

const fileFilter = (): never => {
  throw new Error('secret');
};

/** Tells when a file has begun to arrive. */
const uploads = new EventEmitter();

@Controller()
class ExpressUploads {
  @Post()
  @UseInterceptors(
    FileInterceptor('file', {
      fileFilter: (_request, _file, accept) => {
        uploads.emit('begun');
        accept(null, true);
      },
    }),
  )
  upload(): string {
    return 'fine';
  }

  @Post('filtered')
  @UseInterceptors(FileInterceptor('file', { fileFilter }))
  filtered(): string {
    return 'fine';
  }
}

@Controller()
class FastifyUploads {
  @Post()
  async upload(@Req() incoming: FastifyRequest): Promise<string> {
    const file = await incoming.file();
    uploads.emit('begun');
    await file?.toBuffer();
    return 'fine';
  }
}

/** The head of an upload that promises more than comes. */
const HALF = [
  'POST / HTTP/1.1',
  'Host: localhost',
  'Content-Type: multipart/form-data; boundary=b',
  'Content-Length: 100000',
  '',
  '--b',
  'Content-Disposition: form-data; name="file"; filename="a.txt"',
  '',
  'half of it'.repeat(1000),
].join('\r\n');

/** Resolves with the level of the first line that is about an error. */
async function firstErrorLevel(logger: RecordingLogger): Promise<string> {
  for (;;) {
    const line = logger.lines.find(([level]) => level !== 'log');
    if (line) return line[0];
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe.each(PLATFORMS)('an upload on %s', (platform) => {
  it.each(['destroy', 'end', 'resetAndDestroy'] as const)(
    'whose client hangs up (%s) is no error of the server',
    async (how) => {
      const logger = recordingLogger();
      const { app, url } = await startApp(
        platform,
        {
          imports: [AuthOsErrorsModule.forRoot({ logger })],
          controllers: [platform === 'express' ? ExpressUploads : FastifyUploads],
        },
        (created) => {
          if (platform === 'express') return;
          const instance = created.getHttpAdapter().getInstance() as FastifyInstance;
          void instance.register(fastifyMultipart);
        },
      );
      const begun = once(uploads, 'begun');
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      socket.on('error', () => {});
      socket.write(HALF);
      await begun;
      socket[how]();
      expect(await firstErrorLevel(logger)).toBe('debug');
      // Whatever is still to come of the request comes before the server is closed.
      await app.close();
      expect(logger.lines.filter(([level]) => level === 'error')).toEqual([]);
    },
  );
});

it('a fileFilter that throws is answered', async () => {
  const { app, url } = await startApp('express', {
    imports: [AuthOsErrorsModule],
    controllers: [ExpressUploads],
  });
  const response = await request(url).post('/filtered').attach('file', Buffer.from('x'), 'a.txt');
  await app.close();
  expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
});
