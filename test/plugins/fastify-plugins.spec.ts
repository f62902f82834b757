import basicAuth from '@fastify/basic-auth';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit';
import sensible from '@fastify/sensible';
import underPressure from '@fastify/under-pressure';
import { Controller, Get, type INestApplication, Param, Post, Req, Res } from '@nestjs/common';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AuthOsErrorsModule, type AuthOsErrorsOptions } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { SECRET } from '../support/expect-failure.js';
import { startApp } from '../support/start-app.js';

@Controller()
class PlansController {
  @Get('plans')
  plans(): string {
    return 'plans';
  }

  @Post('plans')
  buy(): string {
    return 'bought';
  }

  @Get('upstream/:status')
  upstream(@Param('status') status: string): never {
    throw Object.assign(new Error(SECRET), { statusCode: Number(status) });
  }

  /** Calls a plugin's decorator, as a guard or a handler of an application does. */
  @Get('decorated')
  async decorated(@Req() asked: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      asked.server.csrfProtection(asked, reply, (error?: unknown) =>
        error ? reject(error as Error) : resolve(),
      );
    });
  }

  @Get('sensible/:name')
  sensible(@Req() { server }: FastifyRequest, @Param('name') name: 'notFound'): never {
    throw server.httpErrors[name](`${name} by its handler`);
  }

  @Get('assert')
  assert(@Req() { server }: FastifyRequest): void {
    server.assert.equal(1, 2, 409, 'The plan is sold out.');
  }
}

describe('a plugin of Fastify', () => {
  let app: INestApplication;
  let url: string;

  /** An application that its plugins are registered in. */
  async function start(
    register: (fastify: FastifyInstance) => unknown,
    options: Partial<AuthOsErrorsOptions> = {},
  ): Promise<void> {
    ({ app, url } = await startApp(
      'fastify',
      { imports: [AuthOsErrorsModule.forRoot(options)], controllers: [PlansController] },
      (nest) => register((nest as NestFastifyApplication).getHttpAdapter().getInstance()),
    ));
  }

  const get = (path = '/plans'): request.Test => request(url).get(path);

  afterEach(() => app.close());

  describe('@fastify/compress', () => {
    beforeEach(() => start((fastify) => fastify.register(compress, { global: true })));

    it.each([
      ['an unknown encoding', 'klingon'],
      ['a corrupt body', 'gzip'],
    ])('refuses %s of a request', async (_what, encoding) => {
      const response = await request(url)
        .post('/plans')
        .set({ 'content-type': 'application/json', 'content-encoding': encoding })
        .send(`{"plan":"${SECRET}"}`);
      expectEnvelope(response, 'BAD_REQUEST');
    });
  });

  describe('@fastify/basic-auth', () => {
    const validate = (name: string): Promise<void> => {
      return name === 'joe' ? Promise.resolve() : Promise.reject(new Error(SECRET));
    };
    const protect = (authenticate: boolean) => async (fastify: FastifyInstance) => {
      await fastify.register(basicAuth, { validate, authenticate });
      fastify.addHook('onRequest', fastify.basicAuth);
    };

    it('asks for what is missing, with its challenge', async () => {
      await start(protect(true));
      expectEnvelope(await get(), 'UNAUTHORIZED', {
        error: 'Missing or bad formatted authorization header',
        headers: { 'www-authenticate': 'Basic charset="UTF-8"' },
      });
    });

    it('refuses a wrong password, with its challenge', async () => {
      await start(protect(true));
      expectEnvelope(await get().auth('jim', 'pass'), 'UNAUTHORIZED', {
        headers: { 'www-authenticate': 'Basic charset="UTF-8"' },
      });
    });

    it('lets a right password pass', async () => {
      await start(protect(true));
      expect((await get().auth('joe', 'pass')).text).toBe('plans');
    });

    it('without its challenge is no different from an upstream', async () => {
      await start(protect(false));
      expectEnvelope(await get().auth('jim', 'pass'), 'INTERNAL_SERVER_ERROR');
    });
  });

  describe('@fastify/rate-limit', () => {
    const limit =
      (options: RateLimitPluginOptions = {}) =>
      (fastify: FastifyInstance) =>
        fastify.register(rateLimit, { max: 1, timeWindow: 30_000, ...options });

    it.each<[string, RateLimitPluginOptions, Record<string, string>]>([
      ['by itself', {}, { 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0' }],
      ['with the headers of the draft', { enableDraftSpec: true }, { 'ratelimit-limit': '1' }],
      [
        'with an object of its builder',
        { errorResponseBuilder: (_request, { statusCode }) => ({ statusCode, message: SECRET }) },
        {},
      ],
      [
        'with an error of its builder',
        {
          errorResponseBuilder: (_request, { statusCode }) =>
            Object.assign(new Error(SECRET), { statusCode }),
        },
        {},
      ],
      ['in a later hook', { hook: 'preHandler' }, {}],
    ])('refuses what is too much %s', async (_how, options, headers) => {
      await start(limit(options));
      expect((await get()).text).toBe('plans');
      expectEnvelope(await get(), 'TOO_MANY_REQUESTS', {
        headers: { ...headers, 'retry-after': '30' },
      });
    });

    it('keeps a ban', async () => {
      await start(limit({ ban: 1 }));
      await get();
      expectEnvelope(await get(), 'TOO_MANY_REQUESTS', { headers: { 'retry-after': '30' } });
      expectEnvelope(await get(), 'FORBIDDEN', { headers: { 'retry-after': '30' } });
    });

    it('says nothing of the error of an upstream', async () => {
      await start(limit({ max: 9 }));
      expectEnvelope(await get('/upstream/429'), 'INTERNAL_SERVER_ERROR', {
        headers: { 'x-ratelimit-remaining': '8' },
      });
    });
  });

  describe('@fastify/csrf-protection', () => {
    const protect = (hook: boolean) => async (fastify: FastifyInstance) => {
      await fastify.register(cookie);
      await fastify.register(csrf);
      if (!hook) return;
      fastify.addHook('preHandler', (asked, reply, next) => {
        fastify.csrfProtection(asked, reply, next);
      });
    };

    it('refuses a request without its secret, as a hook', async () => {
      await start(protect(true));
      expectEnvelope(await get(), 'FORBIDDEN', { error: 'Missing csrf secret' });
    });

    it('refuses a request with a wrong token, as a hook', async () => {
      await start(protect(true));
      const response = await get().set({ cookie: `_csrf=${SECRET}`, 'csrf-token': SECRET });
      expectEnvelope(response, 'FORBIDDEN', { error: 'Invalid csrf token' });
    });

    it('refuses it as a decorator that a handler calls', async () => {
      await start(protect(false));
      expectEnvelope(await get('/decorated'), 'FORBIDDEN', { error: 'Missing csrf secret' });
    });
  });

  describe('@fastify/under-pressure', () => {
    const press = (fastify: FastifyInstance): unknown =>
      fastify.register(underPressure, {
        healthCheck: () => Promise.resolve(false),
        healthCheckInterval: 60_000,
        retryAfter: 7,
      });

    it('refuses a request by a fault of the server', async () => {
      await start(press);
      expectEnvelope(await get(), 'INTERNAL_SERVER_ERROR', { headers: { 'retry-after': '7' } });
    });

    it('keeps its status with httpStatus preserve', async () => {
      await start(press, { httpStatus: 'preserve' });
      expectEnvelope(await get(), 'INTERNAL_SERVER_ERROR', {
        status: 503,
        headers: { 'retry-after': '7' },
      });
    });
  });

  describe('@fastify/sensible', () => {
    beforeEach(() => start((fastify) => fastify.register(sensible)));

    it.each([
      ['notFound', 'NOT_FOUND'],
      ['unauthorized', 'UNAUTHORIZED'],
      ['tooManyRequests', 'TOO_MANY_REQUESTS'],
      ['imateapot', 'BAD_REQUEST'],
    ] as const)('speaks with %s', async (name, code) => {
      expectEnvelope(await get(`/sensible/${name}`), code, { error: `${name} by its handler` });
    });

    it('does not speak with serviceUnavailable', async () => {
      expectEnvelope(await get('/sensible/serviceUnavailable'), 'INTERNAL_SERVER_ERROR');
    });

    it('speaks with an assertion', async () => {
      expectEnvelope(await get('/assert'), 'DUPLICATE_CONSTRAINT', {
        error: 'The plan is sold out.',
      });
    });
  });
});
