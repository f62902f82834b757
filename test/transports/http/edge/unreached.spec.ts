import {
  Body,
  Controller,
  Get,
  Header,
  type INestApplication,
  Param,
  Post,
  StreamableFile,
} from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { createReadStream } from 'node:fs';
import { createServer, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { AuthOsErrorsModule, authOsFastifyOptions, type ErrorReport } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { type RawResponse, rawRequest } from '../../../support/raw-request.js';
import { recordingLogger } from '../../../support/recording-logger.js';
import { type Platform, PLATFORMS, startApp } from '../../../support/start-app.js';

@Controller()
class EchoController {
  @Get('item/:id')
  item(@Param('id') id: string): string {
    return id;
  }

  @Post('echo')
  echo(@Body() body: unknown): unknown {
    return body;
  }

  @Get('missing-file')
  @Header('Content-Disposition', 'attachment; filename="secret.pdf"')
  missingFile(): StreamableFile {
    return new StreamableFile(createReadStream('/nowhere/secret.pdf'));
  }

  @Get('failing-file')
  failingFile(): StreamableFile {
    return new StreamableFile(Readable.from(halfAFile()), { length: 1000 });
  }

  @Get('own-handler')
  ownHandler(): StreamableFile {
    const stream = new PassThrough();
    setImmediate(() => stream.destroy(new Error('secret')));
    return new StreamableFile(stream).setErrorHandler((_error, response) => {
      response.statusCode = 418;
      response.send('teapot');
    });
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const TOO_LARGE = JSON.stringify('x'.repeat(2_000_000));

/** Each framework has its own ideas of a body it cannot read. */
const REFUSED_BODIES: Record<Platform, [string, Record<string, string>, string, string][]> = {
  express: [
    ['bad JSON', JSON_TYPE, '{"a": VALUE-LEAK', 'The request body is not valid JSON.'],
    ['a body too large', JSON_TYPE, TOO_LARGE, 'request entity too large'],
    [
      'an unknown charset',
      { 'Content-Type': 'application/json; charset=klingon' },
      '{}',
      'unsupported charset "KLINGON"',
    ],
    [
      'an unknown encoding',
      { ...JSON_TYPE, 'Content-Encoding': 'klingon' },
      '{}',
      'unsupported content encoding "klingon"',
    ],
    [
      'a body that is not what its encoding says',
      { ...JSON_TYPE, 'Content-Encoding': 'gzip' },
      '{}',
      'Bad Request',
    ],
  ],
  fastify: [
    [
      'bad JSON',
      JSON_TYPE,
      '{"a": VALUE-LEAK',
      "Body is not valid JSON but content-type is set to 'application/json'",
    ],
    [
      'an empty body',
      JSON_TYPE,
      '',
      "Body cannot be empty when content-type is set to 'application/json'",
    ],
    ['a body too large', JSON_TYPE, TOO_LARGE, 'Request body is too large'],
    [
      'an unknown media type',
      { 'Content-Type': 'text/klingon' },
      'nuqneH',
      'Unsupported Media Type',
    ],
    [
      'a body with a prototype',
      JSON_TYPE,
      '{"__proto__": {"LEAK": 1}}',
      "Body is not valid JSON but content-type is set to 'application/json'",
    ],
  ],
};

async function* halfAFile(): AsyncGenerator<string> {
  yield 'half of it';
  await new Promise((resolve) => setImmediate(resolve));
  throw new Error('secret');
}

describe.each(PLATFORMS)('what never reaches a filter on %s', (platform) => {
  let app: INestApplication;
  let url: string;
  let reports: ErrorReport[];
  const logger = recordingLogger();

  beforeAll(async () => {
    const onError = (report: ErrorReport): void => void reports.push(report);
    ({ app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot({ logger, onError })],
      controllers: [EchoController],
    }));
  });

  beforeEach(() => {
    reports = [];
  });

  afterAll(() => app.close());

  const HOST = 'Host: localhost\r\n';

  it.each([
    ['a malformed request line', 'nonsense\r\n\r\n', 'Bad Request'],
    ['an unknown method', `BREW / HTTP/1.1\r\n${HOST}\r\n`, 'Bad Request'],
    ['a malformed header', `GET / HTTP/1.1\r\n${HOST}a b: c\r\n\r\n`, 'Bad Request'],
    [
      'a bad Content-Length',
      `POST /echo HTTP/1.1\r\n${HOST}Content-Length: x\r\n\r\n`,
      'Bad Request',
    ],
    [
      'too large headers',
      `GET / HTTP/1.1\r\n${HOST}a: ${'secret'.repeat(4000)}\r\n\r\n`,
      'Request Header Fields Too Large',
    ],
  ])('answers %s', async (_name, bytes, error) => {
    const response = await rawRequest(url, bytes);
    expectRawEnvelope(response, error);
    expect(reports).toMatchObject([{ code: 'BAD_REQUEST', status: 400 }]);
    expect(logger.lines.at(-1)).toEqual([
      'debug',
      expect.stringMatching(/^400 BAD_REQUEST: HttpException: /),
    ]);
    expect(JSON.stringify(logger.lines)).not.toContain('secretsecret');
  });

  it('answers an expectation it cannot meet', async () => {
    const bytes = `GET / HTTP/1.1\r\n${HOST}Expect: the-unexpected\r\nConnection: close\r\n\r\n`;
    expectRawEnvelope(await rawRequest(url, bytes), 'Expectation Failed');
  });

  it.each(['%E0%A4%A', '%'])('answers the malformed URL /item/%s', async (id) => {
    const bytes = `GET /item/${id} HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`;
    const texts = {
      express: `Failed to decode param '${id}'`,
      fastify: 'The request is invalid.',
    };
    expectRawEnvelope(await rawRequest(url, bytes), texts[platform]);
    expect(reports).toHaveLength(1);
  });

  it.each(REFUSED_BODIES[platform])('answers %s', async (_name, headers, body, error) => {
    const response = await request(url).post('/echo').set(headers).send(body);
    expect(response.text).not.toContain('LEAK');
    expectEnvelope(response, 'BAD_REQUEST', { error });
  });

  it('answers a StreamableFile that fails before its first byte', async () => {
    const response = await request(url).get('/missing-file');
    expectEnvelope(response, 'IO_ERROR');
    expect(response.headers).not.toHaveProperty('content-disposition');
  });

  it('leaves a StreamableFile with a handler of its own alone', async () => {
    const { status, text } = await request(url).get('/own-handler');
    // Nest's Fastify adapter does not ask the handler, but the filters.
    const answers = {
      express: { status: 418, text: 'teapot' },
      fastify: { status: 500, text: expect.stringContaining('"INTERNAL_SERVER_ERROR"') },
    };
    expect({ status, text }).toEqual(answers[platform]);
  });

  it('breaks the connection of a StreamableFile that fails later', async () => {
    await expect(request(url).get('/failing-file')).rejects.toThrow('aborted');
  });
});

describe.each(PLATFORMS)('a request that takes too long on %s', (platform) => {
  it('is answered', async () => {
    const timeouts = { headersTimeout: 1, requestTimeout: 1, connectionsCheckingInterval: 1 };
    const { app, url } = await startApp(
      platform === 'express'
        ? new ImpatientExpressAdapter(timeouts)
        : new FastifyAdapter({ ...authOsFastifyOptions(), http: timeouts }),
      { imports: [AuthOsErrorsModule.forRoot({ httpStatus: 'preserve' })] },
    );
    const response = await rawRequest(url, 'GET / HTTP/1.1\r\nHost: localhost\r\n');
    await app.close();
    expectRawEnvelope(response, 'Request Timeout', 408);
  });
});

describe('what stays as it is', () => {
  it('is said at boot for a FastifyAdapter without the options', async () => {
    const logger = recordingLogger();
    const { app } = await startApp(new FastifyAdapter(), {
      imports: [AuthOsErrorsModule.forRoot({ logger })],
    });
    await app.close();
    expect(logger.lines).toEqual([
      [
        'warn',
        'Not every error response is an AuthOS envelope: the FastifyAdapter has no authOsFastifyOptions() to answer malformed requests with',
      ],
    ]);
  });

  it('is said at boot where the application listens to clientError itself', async () => {
    const logger = recordingLogger();
    const { app, url } = await startApp(
      'express',
      { imports: [AuthOsErrorsModule.forRoot({ logger })] },
      (created) => {
        created.getHttpServer().on('clientError', (_error: Error, socket: Socket) => {
          socket.end('HTTP/1.1 418 Teapot\r\n\r\n');
        });
      },
    );
    const { status } = await rawRequest(url, 'nonsense\r\n\r\n');
    await app.close();
    expect(status).toBe(418);
    expect(logger.lines).toEqual([
      [
        'warn',
        'Not every error response is an AuthOS envelope: a clientError listener of the application answers malformed requests',
      ],
    ]);
  });
});

class ImpatientExpressAdapter extends ExpressAdapter {
  constructor(private readonly timeouts: ServerOptions) {
    super();
  }

  override initHttpServer(): void {
    this.httpServer = createServer(this.timeouts, this.getInstance());
  }
}

function expectRawEnvelope(
  { status, headers, text }: RawResponse,
  error: string,
  expected = 400,
): void {
  expect({ status, body: JSON.parse(text) }).toEqual({
    status: expected,
    body: {
      error,
      error_code: 'BAD_REQUEST',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    },
  });
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
}
