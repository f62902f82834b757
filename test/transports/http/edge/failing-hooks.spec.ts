import { Readable } from 'node:stream';
import {
  Controller,
  Get,
  type INestApplication,
  NotFoundException,
  Post,
  Res,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AuthOsErrorsModule, type ErrorReport } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { startApp } from '../../../support/start-app.js';

@Controller()
class SendingController {
  @Get('object')
  object(): object {
    return { fine: true };
  }

  @Get('string')
  string(): string {
    return 'fine';
  }

  @Get('nothing')
  nothing(): void {}

  @Get('file')
  file(): StreamableFile {
    return new StreamableFile(Readable.from(['fine']));
  }

  @Get('reply')
  reply(@Res() reply: FastifyReply): void {
    void reply.send({ fine: true });
  }

  @Get('passthrough')
  passthrough(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.header('x-plan', 'gold');
    return 'fine';
  }

  @Post('object')
  create(): object {
    return { fine: true };
  }

  @Get('missing')
  missing(): never {
    throw new NotFoundException('No such plan.');
  }
}

const ROUTES = [
  ['get', 'object'],
  ['get', 'string'],
  ['get', 'nothing'],
  ['get', 'file'],
  ['get', 'reply'],
  ['get', 'passthrough'],
  ['post', 'object'],
  ['get', 'missing'],
  ['get', 'nowhere'],
] as const;

const fail = new Error('secret');

/** Hooks that fail for whatever is sent. */
const HOOKS: Record<string, (instance: FastifyInstance) => void> = {
  'rejects in onSend': (instance) =>
    void instance.addHook('onSend', async () => Promise.reject(fail)),
  'throws in onSend': (instance) =>
    void instance.addHook('onSend', () => {
      throw fail;
    }),
  'calls back with an error in onSend': (instance) =>
    void instance.addHook('onSend', (_request, _reply, _payload, done) => done(fail)),
  'returns what cannot be sent from onSend': (instance) =>
    void instance.addHook('onSend', async () => ({ password: 'secret' })),
};

const reports: ErrorReport[] = [];

async function appWith(hook: (instance: FastifyInstance) => void) {
  reports.length = 0;
  const onError = (report: ErrorReport): void => void reports.push(report);
  return startApp(
    'fastify',
    { imports: [AuthOsErrorsModule.forRoot({ onError })], controllers: [SendingController] },
    (app: INestApplication) => hook(app.getHttpAdapter().getInstance() as FastifyInstance),
  );
}

describe.each(Object.entries(HOOKS))('a hook of Fastify that %s', (_how, hook) => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    ({ app, url } = await appWith(hook));
  });
  beforeEach(() => {
    reports.length = 0;
  });
  afterAll(() => app.close());

  it.each(ROUTES)('is answered with the envelope: %s /%s', async (method, path) => {
    const response = await request(url)[method](`/${path}`);
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
    expect(JSON.stringify([response.headers, response.text])).not.toContain('secret');
    expect(reports.length).toBeGreaterThanOrEqual(1);
  });
});

describe('a hook of Fastify that fails once, for a success', () => {
  it('gets the envelope as well, and may add to it', async () => {
    const { app, url } = await appWith((instance) => {
      instance.addHook('onSend', async (_request, reply, payload) => {
        if (!String(payload).includes('error_code')) throw fail;
        void reply.header('x-request-id', '7');
      });
    });
    const response = await request(url).get('/object');
    await app.close();
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR', { headers: { 'x-request-id': '7' } });
    expect(reports).toMatchObject([{ code: 'INTERNAL_SERVER_ERROR', error: fail }]);
  });
});
