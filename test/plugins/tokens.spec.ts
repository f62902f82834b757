import fastifyJwt from '@fastify/jwt';
import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  type INestApplication,
  type MiddlewareConsumer,
  Module,
  UseGuards,
} from '@nestjs/common';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { auth, requiredScopes } from 'express-oauth2-jwt-bearer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import jwt, { type SignOptions } from 'jsonwebtoken';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { startApp } from '../support/start-app.js';

const KEY = 'the key that signs the tokens of this test';
const HOUR = 3600;

function token(options: SignOptions = {}, key = KEY): string {
  return jwt.sign({ sub: 'joe' }, key, { expiresIn: HOUR, ...options });
}

class JwtGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    await context.switchToHttp().getRequest<FastifyRequest>().jwtVerify();
    return true;
  }
}

@Controller('plans')
class PlansController {
  @Get()
  plans(): string {
    return 'plans';
  }

  @Get('guarded')
  @UseGuards(JwtGuard)
  guarded(): string {
    return 'plans';
  }
}

let app: INestApplication;
let url: string;

afterEach(() => app.close());

function get(path: string, authorization?: string): request.Test {
  const asked = request(url).get(path);
  return authorization === undefined ? asked : asked.set('authorization', authorization);
}

const INVALID = { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } };

describe.each([
  ['as a hook', '/plans', true],
  ['in a guard', '/plans/guarded', false],
])('@fastify/jwt %s', (_place, path, asHook) => {
  async function register(fastify: FastifyInstance): Promise<void> {
    await fastify.register(fastifyJwt, { secret: KEY });
    if (asHook) fastify.addHook('onRequest', (asked) => asked.jwtVerify());
  }

  beforeEach(async () => {
    ({ app, url } = await startApp(
      'fastify',
      { imports: [AuthOsErrorsModule], controllers: [PlansController] },
      (nest) => register((nest as NestFastifyApplication).getHttpAdapter().getInstance()),
    ));
  });

  it('asks for a token where there is none', async () => {
    expectEnvelope(await get(path), 'UNAUTHORIZED', { headers: { 'www-authenticate': 'Bearer' } });
  });

  it('asks for a token where the header has none', async () => {
    expectEnvelope(await get(path, 'Bearer'), 'UNAUTHORIZED');
  });

  it('says that a token is expired', async () => {
    const expired = token({ expiresIn: -HOUR });
    expectEnvelope(await get(path, `Bearer ${expired}`), 'TOKEN_EXPIRED', INVALID);
  });

  it.each([
    ['was tampered with', token({}, 'another key of the same length, roughly')],
    ['is no token', 'LEAK'],
    ['is not signed', token({ algorithm: 'none' }, '')],
  ])('refuses what %s', async (_what, bad) => {
    expectEnvelope(await get(path, `Bearer ${bad}`), 'JWT_ERROR', INVALID);
  });

  it('lets a token pass', async () => {
    expect((await get(path, `Bearer ${token()}`)).text).toBe('plans');
  });
});

describe('express-oauth2-jwt-bearer', () => {
  const claims = { issuer: 'https://issuer.test/', audience: 'plans', tokenSigningAlg: 'HS256' };
  const signed = (options: SignOptions = {}, key = KEY): string =>
    token({ issuer: claims.issuer, audience: claims.audience, ...options }, key);

  @Module({ imports: [AuthOsErrorsModule], controllers: [PlansController] })
  class PlansModule {
    configure(consumer: MiddlewareConsumer): void {
      const verify = auth({ ...claims, secret: KEY, dpop: { enabled: false } });
      consumer.apply(verify, requiredScopes('plans:read')).forRoutes('plans');
    }
  }

  beforeEach(async () => {
    ({ app, url } = await startApp('express', { imports: [PlansModule] }));
  });

  it('asks for a token, with its challenge', async () => {
    expectEnvelope(await get('/plans'), 'UNAUTHORIZED', {
      headers: { 'www-authenticate': 'Bearer realm="api"' },
    });
  });

  it('says that a token is expired, with its challenge', async () => {
    const response = await get('/plans', `Bearer ${signed({ expiresIn: -HOUR })}`);
    expectEnvelope(response, 'TOKEN_EXPIRED', {
      headers: {
        'www-authenticate':
          'Bearer realm="api", error="invalid_token", error_description="\'exp\' claim timestamp check failed"',
      },
    });
  });

  it('refuses a token of another key, with its challenge', async () => {
    const response = await get('/plans', `Bearer ${signed({}, 'another key')}`);
    expectEnvelope(response, 'JWT_ERROR', {
      headers: {
        'www-authenticate':
          'Bearer realm="api", error="invalid_token", error_description="signature verification failed"',
      },
    });
  });

  it('refuses a token in two places, with its challenge', async () => {
    const response = await get(`/plans?access_token=${signed()}`, `Bearer ${signed()}`);
    expectEnvelope(response, 'BAD_REQUEST', {
      headers: {
        'www-authenticate':
          'Bearer realm="api", error="invalid_request", error_description="More than one method used for authentication"',
      },
    });
  });

  it('refuses a token without the scope, with its challenge', async () => {
    expectEnvelope(await get('/plans', `Bearer ${signed()}`), 'FORBIDDEN', {
      headers: {
        'www-authenticate': expect.stringMatching(
          /^Bearer realm="api", error="insufficient_scope"/,
        ),
      },
    });
  });
});
