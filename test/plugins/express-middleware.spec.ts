import { readFileSync } from 'node:fs';
import { Controller, Get, type INestApplication, Post, Req } from '@nestjs/common';
import { celebrate, Joi, Segments } from 'celebrate';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import express, { type Request, type RequestHandler } from 'express';
import { middleware as openApi } from 'express-openapi-validator';
import { rateLimit } from 'express-rate-limit';
import { body, validationResult } from 'express-validator';
import createError from 'http-errors';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { SECRET } from '../support/expect-failure.js';
import { startApp } from '../support/start-app.js';

@Controller('plans')
class PlansController {
  @Get()
  plans(): string {
    return 'plans';
  }

  @Post()
  async buy(@Req() asked: Request): Promise<string> {
    await body('coupon').optional().isLength({ max: 3 }).run(asked);
    validationResult(asked).throw();
    return 'bought';
  }
}

describe('a middleware of Express', () => {
  let app: INestApplication;
  let url: string;

  async function start(...middleware: RequestHandler[]): Promise<void> {
    ({ app, url } = await startApp(
      'express',
      { imports: [AuthOsErrorsModule], controllers: [PlansController] },
      (nest) => nest.use(express.json(), ...middleware),
    ));
  }

  const get = (): request.Test => request(url).get('/plans');
  const post = (plan: object): request.Test => request(url).post('/plans').send(plan);

  afterEach(() => app.close());

  it('celebrate tells what is wrong with a body', async () => {
    const schema = Joi.object({ address: Joi.object({ zip: Joi.string().length(5) }) });
    await start(celebrate({ [Segments.BODY]: schema }));
    expectEnvelope(await post({ address: { zip: SECRET } }), 'BAD_REQUEST', {
      error: '"address.zip" length must be 5 characters long',
    });
  });

  it('express-validator tells what is wrong with a body', async () => {
    await start(body('email').isEmail(), (asked, _response, next) => {
      validationResult(asked).throw();
      next();
    });
    expectEnvelope(await post({ email: SECRET }), 'BAD_REQUEST', { error: 'email: Invalid value' });
  });

  it('express-validator tells it in a handler, too', async () => {
    await start();
    expectEnvelope(await post({ coupon: SECRET }), 'BAD_REQUEST', {
      error: 'coupon: Invalid value',
    });
  });

  it('express-openapi-validator tells what is wrong with a body', async () => {
    const plan = { type: 'object', properties: { seats: { type: 'integer' } } };
    const apiSpec = {
      openapi: '3.0.3',
      info: { title: 'plans', version: '1' },
      paths: {
        '/plans': {
          post: {
            requestBody: { content: { 'application/json': { schema: plan } } },
            responses: { 201: { description: 'bought' } },
          },
        },
      },
    };
    await start(...(openApi({ apiSpec: apiSpec as never }) as unknown as RequestHandler[]));
    expectEnvelope(await post({ seats: SECRET }), 'BAD_REQUEST', {
      error: 'body.seats: must be integer',
    });
    expectEnvelope(await get(), 'BAD_REQUEST');
    expectEnvelope(await request(url).get('/nowhere'), 'NOT_FOUND');
  });

  it('csrf-csrf refuses a request without its token', async () => {
    const { doubleCsrfProtection } = doubleCsrf({
      getSecret: () => SECRET,
      getSessionIdentifier: () => SECRET,
    });
    await start(cookieParser(), doubleCsrfProtection);
    expectEnvelope(await post({}), 'FORBIDDEN', { error: 'invalid csrf token' });
  });

  it('express-rate-limit that passes the refusal on keeps its Retry-After', async () => {
    await start(
      rateLimit({
        limit: 1,
        windowMs: 30_000,
        handler: (_request, _response, next) => next(createError(429, 'Slow down.')),
      }),
    );
    expect((await get()).text).toBe('plans');
    expectEnvelope(await get(), 'TOO_MANY_REQUESTS', {
      error: 'Slow down.',
      headers: { 'retry-after': '30', 'x-ratelimit-remaining': '0' },
    });
  });

  it("that exposes Node's error keeps its text", async () => {
    await start((_request, _response, next) => {
      try {
        readFileSync(`/nowhere/${SECRET}`);
      } catch (error) {
        next(createError(404, error as Error));
      }
    });
    expectEnvelope(await get(), 'NOT_FOUND');
  });

  it("that exposes the application's own words speaks", async () => {
    await start((_request, _response, next) => next(createError(410, 'The plan was withdrawn.')));
    expectEnvelope(await get(), 'NOT_FOUND', { error: 'The plan was withdrawn.' });
  });

  it('that passes an upstream’s error on is a fault of the server', async () => {
    await start((_request, _response, next) => {
      next(Object.assign(new Error(SECRET), { status: 404, statusCode: 404 }));
    });
    expectEnvelope(await get(), 'INTERNAL_SERVER_ERROR');
  });
});
