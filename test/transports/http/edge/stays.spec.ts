import {
  type BeforeApplicationShutdown,
  Controller,
  Get,
  type INestApplication,
  NotFoundException,
} from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AuthOsErrorsModule, authOsFastifyOptions } from 'nestjs-authos-errors';
import { EMPTY } from 'rxjs';
import request, { type Response } from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { rawRequest } from '../../../support/raw-request.js';
import { recordingLogger } from '../../../support/recording-logger.js';
import { PLATFORMS, startApp } from '../../../support/start-app.js';

@Controller()
class ThrowingController {
  @Get('missing')
  missing(): never {
    throw new NotFoundException('No such plan.');
  }

  @Get('item/:id')
  item(): void {}
}

const IMPORTS = { imports: [AuthOsErrorsModule], controllers: [ThrowingController] };

describe.each(PLATFORMS)('what stays as it is on %s', (platform) => {
  describe('by Node, which answers before anything can listen', () => {
    let app: INestApplication;
    let url: string;

    beforeAll(async () => {
      ({ app, url } = await startApp(platform, IMPORTS, (created) => {
        created.getHttpServer().maxRequestsPerSocket = 1;
      }));
    });

    afterAll(() => app.close());

    it('a request without a Host header is answered without a body', async () => {
      const { status, headers, text } = await rawRequest(url, 'GET /missing HTTP/1.1\r\n\r\n');
      expect({ status, text }).toEqual({ status: 400, text: '0\r\n\r\n' });
      expect(Object.keys(headers)).toEqual(['connection', 'date', 'transfer-encoding']);
    });

    it('a CONNECT is hung up on', async () => {
      const bytes = 'CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n';
      expect(await rawRequest(url, bytes)).toEqual({
        status: Number.NaN,
        headers: {},
        text: '',
      });
    });

    it('a request beyond maxRequestsPerSocket is answered without a body', async () => {
      const bytes = 'GET /missing HTTP/1.1\r\nHost: localhost\r\n';
      const { status, text } = await rawRequest(
        url,
        `${bytes}\r\n${bytes}Connection: close\r\n\r\n`,
      );
      expect(status).toBe(404);
      const [first, second] = text.split('HTTP/1.1 503 Service Unavailable\r\n');
      expect(JSON.parse(first!)).toMatchObject({ error_code: 'NOT_FOUND' });
      expect(second).toMatch(/\r\n\r\n0\r\n\r\n$/);
    });
  });

  it('the answer to requests during the shutdown with return503OnClosing', async () => {
    let answer: Response | undefined;
    const lastRequest: BeforeApplicationShutdown = {
      beforeApplicationShutdown: async () => {
        answer = await request(url).get('/missing');
      },
    };
    const module = await Test.createTestingModule({
      ...IMPORTS,
      providers: [{ provide: 'LAST_REQUEST', useValue: lastRequest }],
    }).compile();
    const options = { logger: false, return503OnClosing: true } as const;
    const app =
      platform === 'express'
        ? module.createNestApplication(options)
        : module.createNestApplication(new FastifyAdapter(authOsFastifyOptions()), options);
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    await app.close();
    const texts = {
      express: 'Service Unavailable',
      fastify: '{"error":"Service Unavailable","message":"Service Unavailable","statusCode":503}',
    };
    expect(answer).toMatchObject({ status: 503, text: texts[platform] });
  });
});

describe.each(PLATFORMS)('an interceptor that completes without a value on %s', (platform) => {
  it("is answered as Nest does, by rxjs's EmptyError", async () => {
    const logger = recordingLogger();
    const { app, url } = await startApp(
      platform,
      { ...IMPORTS, imports: [AuthOsErrorsModule.forRoot({ logger })] },
      (created) => created.useGlobalInterceptors({ intercept: () => EMPTY }),
    );
    const response = await request(url).get('/item/7');
    await app.close();
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
    expect(logger.lines.slice(1)).toEqual([
      [
        'error',
        '500 INTERNAL_SERVER_ERROR GET /item/7: EmptyError: no elements in sequence',
        expect.any(String),
      ],
    ]);
  });
});

describe('what stays as it is on fastify', () => {
  it('a preflight without its headers is answered with a text', async () => {
    const { app, url } = await startApp('fastify', IMPORTS, (created) => created.enableCors());
    const { status, text } = await request(url).options('/missing');
    await app.close();
    expect({ status, text }).toEqual({ status: 400, text: 'Invalid Preflight Request' });
  });

  it('a malformed URL is answered without the headers of useSecurityHeaders()', async () => {
    const { app, url } = await startApp('fastify', IMPORTS, (created) =>
      created.useSecurityHeaders(),
    );
    const missing = await request(url).get('/missing');
    const malformed = await request(url).get('/item/%');
    await app.close();
    expectEnvelope(missing, 'NOT_FOUND', {
      error: 'No such plan.',
      headers: { 'x-frame-options': 'SAMEORIGIN' },
    });
    expectEnvelope(malformed, 'BAD_REQUEST');
    expect(malformed.headers).not.toHaveProperty('x-frame-options');
  });
});
