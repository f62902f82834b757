import {
  BadRequestException,
  Body,
  Controller,
  ForbiddenException,
  Get,
  Header,
  HttpCode,
  HttpException,
  type INestApplication,
  InternalServerErrorException,
  type MiddlewareConsumer,
  Module,
  NotFoundException,
  Param,
  ParseIntPipe,
  Post,
  Res,
  ServiceUnavailableException,
  UnauthorizedException,
  UseGuards,
  UseInterceptors,
  ValidationPipe,
} from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/internal';
import { Type } from 'class-transformer';
import { IsEmail, IsString, ValidateNested } from 'class-validator';
import type { NextFunction, Request, Response } from 'express';
import { ServerResponse } from 'node:http';
import {
  AuthOsErrorsModule,
  AuthOsException,
  AuthOsExceptionFilter,
  type ErrorReport,
} from 'nestjs-authos-errors';
import { throwError } from 'rxjs';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { edgeHost } from '../../lib/transports/http/edge/edge-host.js';
import { recordingLogger } from '../support/recording-logger.js';
import { PLATFORMS, startApp } from '../support/start-app.js';

class Address {
  @IsString()
  zip!: string;
}

class Signup {
  @IsEmail()
  email!: string;

  @ValidateNested()
  @Type(() => Address)
  address!: Address;
}

const refuse = {
  canActivate: (): boolean => false,
};
const failBefore = {
  intercept: (): never => {
    throw new ForbiddenException('Not before.');
  },
};
const failAfter = {
  intercept: (): unknown => throwError(() => new ForbiddenException('Not after.')),
};

@Controller()
class ThrowingController {
  @Get('not-found')
  notFound(): never {
    throw new NotFoundException('No such plan.');
  }

  @Get('rejected')
  async rejected(): Promise<never> {
    return Promise.reject(new NotFoundException('No such plan.'));
  }

  @Get('unknown')
  unknown(): never {
    throw new Error('secret');
  }

  @Get('string')
  string(): Promise<never> {
    return Promise.reject('secret' as unknown as Error);
  }

  @Get('pending')
  pending(): never {
    throw new AuthOsException('DEVICE_CODE_PENDING', 'Approve\r\nit.', {
      retryAfter: 4.2,
      headers: {
        'X-Poll': 'yes',
        'content-type': 'text/html',
        'bad name': 'x',
        'x-split': 'a\r\nb',
      },
    });
  }

  @Get('unavailable')
  unavailable(): never {
    throw new ServiceUnavailableException('secret');
  }

  @Get('internal')
  internal(): never {
    throw new InternalServerErrorException('secret');
  }

  @Get('redirect')
  redirect(
    @Res({ passthrough: true }) response: { header(name: string, value: string): void },
  ): never {
    response.header('location', '/elsewhere');
    throw new HttpException('Elsewhere', 302);
  }

  @Get('redirect-of/:status')
  redirectOf(@Param('status', ParseIntPipe) status: number): never {
    throw new HttpException({ to: '/elsewhere' }, status);
  }

  @Get('guard')
  @UseGuards(refuse)
  guard(): void {}

  @Get('interceptor-before')
  @UseInterceptors(failBefore)
  before(): void {}

  @Get('interceptor-after')
  @UseInterceptors(failAfter as never)
  after(): void {}

  @Get('pipe/:id')
  pipe(@Param('id', ParseIntPipe) id: number): number {
    return id;
  }

  @Get('middleware/:how')
  middleware(): void {}

  @Post('signup')
  @HttpCode(200)
  signup(@Body() body: Signup): Signup {
    return body;
  }

  @Get('unauthorized')
  unauthorized(): never {
    throw new UnauthorizedException();
  }

  @Get('expired')
  expired(): never {
    throw new AuthOsException('TOKEN_EXPIRED');
  }

  @Get('basic')
  basic(
    @Res({ passthrough: true }) response: { header(name: string, value: string): void },
  ): never {
    response.header('WWW-Authenticate', 'Basic realm="x"');
    throw new UnauthorizedException();
  }

  @Get('throttled')
  throttled(
    @Res({ passthrough: true }) response: { header(name: string, value: string): void },
  ): never {
    response.header('Retry-After-short', '3');
    response.header('Retry-After-long', '60');
    response.header('X-RateLimit-Limit', '5');
    throw new HttpException('Slow down.', 429);
  }

  @Get('download')
  @Header('Content-Type', 'application/pdf')
  @Header('Content-Length', '123456')
  @Header('Content-Disposition', 'attachment; filename="secret.pdf"')
  @Header('ETag', '"abc"')
  @Header('Last-Modified', 'Wed, 15 Jan 2025 10:30:00 GMT')
  @Header('Content-Encoding', 'gzip')
  @Header('Content-Range', 'bytes 0-1/2')
  @Header('X-Request-Id', '42')
  download(): never {
    throw new BadRequestException('Not ready.');
  }

  @Get('half')
  async half(@Res() response: Response | { raw: Response }): Promise<void> {
    const raw = 'raw' in response ? response.raw : response;
    raw.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' });
    await new Promise((resolve) => raw.write('half of it', resolve));
    throw new Error('secret');
  }
}

@Module({ imports: [AuthOsErrorsModule], controllers: [ThrowingController] })
class AppModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply((incoming: Request, _response: unknown, next: NextFunction) => {
        if (incoming.originalUrl.endsWith('next')) return next(new ForbiddenException('Not next.'));
        throw new ForbiddenException('Not thrown.');
      })
      .forRoutes('middleware/*how');
  }
}

describe.each(PLATFORMS)('the filter on %s', (platform) => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    ({ app, url } = await startApp(platform, { imports: [AppModule] }, (created) => {
      created.enableCors({ origin: 'https://example.com' });
      created.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true }));
    }));
  });

  afterAll(() => app.close());

  it.each(['not-found', 'rejected'])('answers %s with its code and its text', async (path) => {
    expectEnvelope(await request(url).get(`/${path}`), 'NOT_FOUND', { error: 'No such plan.' });
  });

  it.each([
    ['unknown', 'INTERNAL_SERVER_ERROR'],
    ['internal', 'INTERNAL_SERVER_ERROR'],
    ['unavailable', 'INTERNAL_SERVER_ERROR'],
    ['string', 'GENERIC_ERROR'],
  ] as const)('answers %s with the default text of %s', async (path, code) => {
    expectEnvelope(await request(url).get(`/${path}`), code);
  });

  it.each([
    ['guard', 'Forbidden resource'],
    ['interceptor-before', 'Not before.'],
    ['interceptor-after', 'Not after.'],
    ['middleware/next', 'Not next.'],
    ['middleware/throw', 'Not thrown.'],
  ])('answers what fails in a %s', async (path, error) => {
    expectEnvelope(await request(url).get(`/${path}`), 'FORBIDDEN', { error });
  });

  it('answers what a pipe refuses', async () => {
    expectEnvelope(await request(url).get('/pipe/x'), 'BAD_REQUEST', {
      error: 'Validation failed (numeric string is expected)',
    });
  });

  it('answers what the ValidationPipe refuses, with paths', async () => {
    const response = await request(url)
      .post('/signup')
      .send({ email: 'x', address: {}, admin: true });
    expectEnvelope(response, 'BAD_REQUEST', {
      error:
        'property admin should not exist; email must be an email; address.zip must be a string',
    });
  });

  it('answers malformed JSON without quoting it', async () => {
    const body = '{"password": VALUE-LEAK}';
    const response = await request(url).post('/signup').type('json').send(body);
    expect(response.text).not.toContain('LEAK');
    expectEnvelope(response, 'BAD_REQUEST', { error: response.body.error });
  });

  it('answers an unknown route', async () => {
    const response = await request(url).get('/nowhere');
    expectEnvelope(response, 'NOT_FOUND', { error: 'Cannot GET /nowhere' });
  });

  it('sends Retry-After and the headers of an AuthOsException, but none that Node would refuse', async () => {
    const response = await request(url).get('/pending');
    expectEnvelope(response, 'DEVICE_CODE_PENDING', {
      error: 'Approve  it.',
      headers: { 'retry-after': '5', 'x-poll': 'yes' },
    });
    expect(response.headers).not.toHaveProperty('x-split');
    expect(response.headers).not.toHaveProperty('content-encoding');
  });

  it.each([
    ['unauthorized', 'UNAUTHORIZED', 'Bearer'],
    ['expired', 'TOKEN_EXPIRED', 'Bearer error="invalid_token"'],
    ['basic', 'UNAUTHORIZED', 'Basic realm="x"'],
  ] as const)('challenges on %s', async (path, code, challenge) => {
    const response = await request(url).get(`/${path}`);
    const error = code === 'UNAUTHORIZED' ? 'Unauthorized' : undefined;
    expectEnvelope(response, code, { error, headers: { 'www-authenticate': challenge } });
  });

  it('merges the Retry-After of named throttlers and keeps what they set', async () => {
    expectEnvelope(await request(url).get('/throttled'), 'TOO_MANY_REQUESTS', {
      error: 'Slow down.',
      headers: { 'retry-after': '60', 'retry-after-short': '3', 'x-ratelimit-limit': '5' },
    });
  });

  it('takes back what the failed response said of its body, and keeps the rest', async () => {
    const response = await request(url).get('/download').set('Origin', 'https://example.com');
    expectEnvelope(response, 'BAD_REQUEST', {
      error: 'Not ready.',
      headers: { 'x-request-id': '42', 'access-control-allow-origin': 'https://example.com' },
    });
    for (const name of [
      'content-disposition',
      'last-modified',
      'content-encoding',
      'content-range',
    ]) {
      expect(response.headers).not.toHaveProperty(name);
    }
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const get = await request(url).get('/not-found');
    const head = await request(url).head('/not-found');
    const { date: _get, ...headersOfGet } = get.headers;
    const { date: _head, ...headersOfHead } = head.headers;
    expect(head.status).toBe(404);
    expect(head.text ?? '').toBe('');
    expect(headersOfHead).toEqual(headersOfGet);
  });

  it('leaves a redirect to be what Nest makes of it', async () => {
    const { status, body, headers } = await request(url).get('/redirect').redirects(0);
    expect({ status, body, location: headers.location }).toEqual({
      status: 302,
      body: { statusCode: 302, message: 'Elsewhere' },
      location: '/elsewhere',
    });
  });

  it.each([300, 399])('leaves the body of a redirect of status %d as it is', async (status) => {
    const response = await request(url).get(`/redirect-of/${status}`).redirects(0);
    expect({ status: response.status, body: response.body }).toEqual({
      status,
      body: { to: '/elsewhere' },
    });
  });

  it.each([200, 299])('takes no exception of status %d for a redirect', async (status) => {
    expectEnvelope(await request(url).get(`/redirect-of/${status}`), 'INTERNAL_SERVER_ERROR');
  });

  it('breaks the connection when half of the answer is out', async () => {
    await expect(request(url).get('/half')).rejects.toThrow('aborted');
  });
});

describe('the filter on fastify', () => {
  it('breaks the connection of a reply that the handler has taken over', async () => {
    @Controller()
    class HijackingController {
      @Get()
      hijack(@Res() reply: { hijack(): void }): never {
        reply.hijack();
        throw new Error('secret');
      }
    }
    const { app, url } = await startApp('fastify', {
      imports: [AuthOsErrorsModule],
      controllers: [HijackingController],
    });
    await expect(request(url).get('/')).rejects.toThrow('socket hang up');
    await app.close();
  });
});

describe('the filter, by itself', () => {
  function given(request: object = {}, options: object = {}) {
    const incoming = {
      method: 'GET',
      url: '/',
      httpVersionMajor: 1,
      httpVersionMinor: 1,
      ...request,
    };
    // The types know nothing of the options.
    const response = Reflect.construct(ServerResponse, [incoming, options]) as ServerResponse;
    const { outputData } = response as unknown as { outputData: { data: string | Buffer }[] };
    const logger = recordingLogger();
    const filter = new AuthOsExceptionFilter({ logger });
    return {
      response,
      logger,
      fail: () =>
        filter.catch(new NotFoundException('No such plan.'), edgeHost(incoming, response)),
      wire: () => outputData.map(({ data }) => String(data)).join(''),
    };
  }

  it('answers without the headers of the response when that fails, and says so', () => {
    const { response, logger, fail, wire } = given();
    Object.defineProperty(response, 'err', {
      set() {
        throw new Error('sealed');
      },
    });
    fail();
    expect(wire()).toMatch(/^HTTP\/1\.1 404 .*\r\n[^]*cache-control: no-store\r\n/);
    expect(wire()).toContain('"error_code":"NOT_FOUND"');
    expect(logger.lines).toEqual([
      ['error', 'sending the answer failed: Error: sealed', expect.any(String)],
      ['debug', '404 NOT_FOUND GET /: NotFoundException: No such plan.'],
    ]);
  });

  it('breaks the connection when the answer cannot be sent, and says so', () => {
    const { response, logger, fail } = given();
    response.end = () => {
      throw new Error('no end');
    };
    fail();
    expect(response.destroyed).toBe(true);
    expect(logger.lines).toEqual([
      ['error', 'sending the answer failed: Error: no end', expect.any(String)],
      ['debug', '404 NOT_FOUND GET /: NotFoundException: No such plan.'],
    ]);
  });

  it('hands an error whose answer failed to onError, once', () => {
    const reports: ErrorReport[] = [];
    const error = new NotFoundException('No such plan.');
    const filter = new AuthOsExceptionFilter({
      logger: recordingLogger(),
      onError: (report) => void reports.push(report),
    });
    const { response } = given();
    response.end = () => {
      throw new Error('no end');
    };
    filter.catch(error, edgeHost({ method: 'GET', url: '/' }, response));
    expect(reports).toMatchObject([{ code: 'NOT_FOUND', status: 404, error }]);
  });

  it('breaks the connection when the response does not say where it stands, and says so', () => {
    const { response, logger, fail } = given();
    Object.defineProperty(response, 'headersSent', {
      get() {
        throw new Error('revoked');
      },
    });
    fail();
    expect(response.destroyed).toBe(true);
    expect(logger.lines).toEqual([
      ['error', 'sending the answer failed: Error: revoked', expect.any(String)],
      ['debug', '404 NOT_FOUND GET /: NotFoundException: No such plan.'],
    ]);
  });

  it.each([
    ['no response', undefined],
    ['a response without methods', {}],
    ['a frozen response without methods', Object.freeze({})],
  ])('survives %s, and says so', (_what, response) => {
    const logger = recordingLogger();
    const filter = new AuthOsExceptionFilter({ logger });
    filter.catch(new Error('boom'), new ExecutionContextHost([{}, response]));
    expect(logger.lines).toEqual([
      [
        'error',
        expect.stringMatching(/^sending the answer failed: TypeError: /),
        expect.any(String),
      ],
      [
        'error',
        expect.stringMatching(/^breaking off the answer failed: TypeError: /),
        expect.any(String),
      ],
      ['error', '500 INTERNAL_SERVER_ERROR: Error: boom', expect.any(String)],
    ]);
  });

  it('leaves a complete answer alone', () => {
    const { response, fail, wire } = given();
    response.end('all of it');
    const complete = wire();
    fail();
    expect({ destroyed: response.destroyed, wire: wire() }).toEqual({
      destroyed: false,
      wire: complete,
    });
  });

  it.each([
    ['nobody waits for', (response: ServerResponse) => response.destroy()],
    [
      'ended after the client had hung up',
      (response: ServerResponse) => response.destroy().end('late'),
    ],
    [
      'has no socket to go to any more',
      (response: ServerResponse) =>
        Object.defineProperty(response, 'socket', { value: { writable: false } }),
    ],
  ])('leaves the answer alone that %s, and is no error of the server', (_what, hangUp) => {
    const { response, logger, fail, wire } = given();
    hangUp(response);
    fail();
    expect(wire()).toBe('');
    expect(logger.lines).toEqual([
      ['debug', '404 NOT_FOUND GET /: NotFoundException: No such plan.'],
    ]);
  });

  it.each([
    [true, { 'x-content-type': 'text/event-stream' }],
    [true, { 'content-type': 'text/plain; of=text/event-stream' }],
    [false, { 'content-type': ' text/event-stream; charset=utf-8' }],
  ])('breaks the connection at once (%p) when the answer began with %j', (atOnce, headers) => {
    const { response, fail } = given();
    response.writeHead(200, headers);
    response.write('half of it');
    fail();
    expect(response.destroyed).toBe(atOnce);
  });

  it('writes no body to HEAD, where Node would refuse it', () => {
    const { fail, wire } = given({ method: 'HEAD' }, { rejectNonStandardBodyWrites: true });
    fail();
    expect(wire()).toMatch(/^HTTP\/1\.1 404 [^]*\r\n\r\n$/);
  });

  it('logs the whole path of a mounted router, without the query', () => {
    const { logger, fail } = given({ url: '/b?token=secret', originalUrl: '/a/b?token=secret' });
    fail();
    expect(logger.lines).toEqual([
      ['debug', '404 NOT_FOUND GET /a/b: NotFoundException: No such plan.'],
    ]);
  });

  it.each(['rmq', 'stripe_webhook'])('leaves the errors of %s to whoever knows it', (type) => {
    const logger = recordingLogger();
    const host = new ExecutionContextHost([{}, {}, {}]);
    host.setType(type);
    new AuthOsExceptionFilter({ logger }).catch(new Error('secret'), host);
    expect(logger.lines).toEqual([]);
  });
});
