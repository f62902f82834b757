import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import {
  Controller,
  Get,
  type INestApplication,
  type MiddlewareConsumer,
  Module,
  NotFoundException,
} from '@nestjs/common';
import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../support/start-app.js';
import { recordOnSpan } from './record-on-span.js';

@Controller()
class FailingController {
  @Get('broken')
  async broken(): Promise<never> {
    return Promise.reject(new TypeError('it broke'));
  }

  @Get('text')
  async text(): Promise<never> {
    return Promise.reject('a text' as unknown as Error);
  }

  @Get('missing')
  missing(): never {
    throw new NotFoundException('No such plan.');
  }
}

const finished = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(finished)] });

/** The span ends when the server is done with the response, which may be after the client is. */
let ended: Promise<unknown>;

/** Holds a span around each request until its response is closed, as the instrumentation of http does. */
@Module({
  imports: [AuthOsErrorsModule.forRoot({ onError: recordOnSpan })],
  controllers: [FailingController],
})
class AppModule {
  configure(consumer: MiddlewareConsumer): void {
    const withSpan = (_request: unknown, response: ServerResponse, next: () => void): void => {
      provider.getTracer('test').startActiveSpan('request', (span) => {
        response.on('close', () => span.end());
        ended = once(response, 'close');
        next();
      });
    };
    consumer.apply(withSpan).forRoutes('*path');
  }
}

describe.each(PLATFORMS)('with OpenTelemetry on %s', (platform) => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    ({ app, url } = await startApp(platform, { imports: [AppModule] }));
  });

  beforeEach(() => finished.reset());

  afterAll(async () => {
    await app.close();
    context.disable();
    trace.disable();
  });

  it.each([
    [
      'broken',
      'INTERNAL_SERVER_ERROR',
      { 'exception.type': 'TypeError', 'exception.message': 'it broke' },
    ],
    ['text', 'GENERIC_ERROR', { 'exception.message': 'a text' }],
  ] as const)(
    'the span of %s is an error with its code and exception',
    async (path, code, attributes) => {
      expectEnvelope(await request(url).get(`/${path}`), code);
      await ended;
      expect(finished.getFinishedSpans()).toMatchObject([
        {
          attributes: { 'authos.error_code': code },
          status: { code: SpanStatusCode.ERROR, message: code },
          events: [{ name: 'exception', attributes }],
        },
      ]);
    },
  );

  it('the span of a 4xx has the code and the exception, and is no error', async () => {
    const response = await request(url).get('/missing');
    expectEnvelope(response, 'NOT_FOUND', { error: 'No such plan.' });
    await ended;
    expect(finished.getFinishedSpans()).toMatchObject([
      {
        attributes: { 'authos.error_code': 'NOT_FOUND' },
        status: { code: SpanStatusCode.UNSET },
        events: [{ name: 'exception', attributes: { 'exception.message': 'No such plan.' } }],
      },
    ]);
  });

  it('a request without a span is answered as ever', async () => {
    trace.disable();
    context.disable();
    expectEnvelope(await request(url).get('/broken'), 'INTERNAL_SERVER_ERROR');
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  });
});
