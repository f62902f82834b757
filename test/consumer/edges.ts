// Exits with 0 when what fails at the edges of a request is answered and reported: edges.js <platform>
import 'reflect-metadata';
import { Readable } from 'node:stream';
import { deepStrictEqual } from 'node:assert';
import {
  Controller,
  Get,
  type INestApplication,
  type MessageEvent,
  Module,
  NotFoundException,
  Post,
  Sse,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthOsErrorsModule, authOsFastifyOptions } from 'nestjs-authos-errors';
import { concat, delay, map, type Observable, of } from 'rxjs';

const missing = (): NotFoundException => new NotFoundException('No such stream.');

async function* failsMidway(): AsyncGenerator<string> {
  yield 'half of it';
  await new Promise((resolve) => setTimeout(resolve, 20));
  throw missing();
}

@Controller()
export class EdgesController {
  @Sse('events/throws')
  throws(): Observable<MessageEvent> {
    throw missing();
  }

  @Sse('events/rejects')
  async rejects(): Promise<Observable<MessageEvent>> {
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw missing();
  }

  @Sse('events/maps-later')
  mapsLater(): Observable<MessageEvent> {
    return concat(of(1), of(2).pipe(delay(50))).pipe(
      map((data) => {
        if (data === 2) throw missing();
        return { data: String(data) };
      }),
    );
  }

  @Get('file')
  file(): StreamableFile {
    return new StreamableFile(Readable.from(failsMidway(), { objectMode: false }));
  }

  @Get('hook')
  hook(): string {
    return 'fine';
  }
}

const NOT_FOUND = '404 NOT_FOUND No such stream.';
const ANSWERS: Record<string, string> = {
  'events/throws': NOT_FOUND,
  'events/rejects': NOT_FOUND,
  'events/maps-later': 'broken after an event of the error NOT_FOUND',
  file: 'broken',
};
const INTERNAL = '500 INTERNAL_SERVER_ERROR An unexpected error occurred.';
/** A fileFilter that throws, and a hook that fails for a success. */
const OF_PLATFORM: Record<string, Record<string, string>> = {
  express: { upload: INTERNAL },
  fastify: { hook: INTERNAL },
};

const reported: string[] = [];

function moduleOf(...controllers: (new () => object)[]): new () => object {
  @Module({
    imports: [AuthOsErrorsModule.forRoot({ onError: ({ code }) => void reported.push(code) })],
    controllers: [EdgesController, ...controllers],
  })
  class EdgesModule {}

  return EdgesModule;
}

async function createOnExpress(): Promise<INestApplication> {
  const { FileInterceptor } = await import('@nestjs/platform-express');
  const fileFilter = (): never => {
    throw new Error('secret');
  };

  @Controller()
  class UploadController {
    @Post('upload')
    @UseInterceptors(FileInterceptor('file', { fileFilter }))
    upload(): string {
      return 'fine';
    }
  }

  return NestFactory.create(moduleOf(UploadController), { logger: false });
}

async function create(platform: string): Promise<INestApplication> {
  if (platform === 'express') return createOnExpress();
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  const app = await NestFactory.create(moduleOf(), new FastifyAdapter(authOsFastifyOptions()), {
    logger: false,
  });
  const instance = app.getHttpAdapter().getInstance() as {
    addHook(name: 'onSend', hook: (request: { url: string }) => Promise<void>): void;
  };
  instance.addHook('onSend', async ({ url }) => {
    if (url === '/hook') throw new Error('secret');
  });
  return app;
}

async function answerOf(url: string): Promise<string> {
  const signal = AbortSignal.timeout(5000);
  const response = url.endsWith('/upload')
    ? await fetch(url, { method: 'POST', body: upload(), signal })
    : await fetch(url, { signal });
  let text = '';
  try {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  } catch {
    const code = /event: error[\s\S]*"error_code":"(\w+)"/.exec(text)?.[1];
    return code ? `broken after an event of the error ${code}` : 'broken';
  }
  const { error, error_code } = JSON.parse(text) as Record<string, string>;
  return `${response.status} ${error_code} ${error}`;
}

function upload(): FormData {
  const form = new FormData();
  form.set('file', new Blob(['x']), 'x.txt');
  return form;
}

async function main(platform = 'express'): Promise<void> {
  const expected = { ...ANSWERS, ...OF_PLATFORM[platform] };
  const app = await create(platform);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const answers: Record<string, string> = {};
  for (const path of Object.keys(expected)) {
    reported.length = 0;
    answers[path] = await answerOf(`${url}/${path}`).catch(String);
    if (reported.length === 0) answers[path] += ', not reported';
  }
  await app.close();
  deepStrictEqual(answers, expected);
}

void main(...process.argv.slice(2));
