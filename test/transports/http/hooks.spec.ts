import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { fastifyCompress } from '@fastify/compress';
import { fastifyCors } from '@fastify/cors';
import { Controller, Get, type INestApplication, NotFoundException } from '@nestjs/common';
import compression from 'compression';
import type { FastifyInstance } from 'fastify';
import { AuthOsErrorsModule, AuthOsException } from 'nestjs-authos-errors';
import onFinished from 'on-finished';
import request from 'supertest';
import * as undici from 'undici';
import { expectEnvelope } from '../../support/expect-envelope.js';
import { PLATFORMS, type Platform, startApp } from '../../support/start-app.js';

const LONG = 'There is no plan gold. '.repeat(80).trim();

@Controller()
class PlansController {
  @Get('plan')
  plan(): never {
    throw new NotFoundException('No such plan.');
  }

  @Get('long')
  long(): never {
    throw new AuthOsException('SERVICE_LIMIT_EXCEEDED', LONG);
  }
}

const METADATA = { imports: [AuthOsErrorsModule], controllers: [PlansController] };

type Configure = (app: INestApplication) => void;

async function answerOf(
  platform: Platform,
  path: string,
  configure: Configure,
  headers: Record<string, string> = {},
): Promise<request.Response> {
  const { app, url } = await startApp(platform, METADATA, configure);
  const response = await request(url).get(path).set(headers);
  await app.close();
  return response;
}

/** What is on the wire, which supertest would decompress. */
async function compressedAnswerOf(platform: Platform, path: string, threshold: number) {
  const { app, url } = await startApp(platform, METADATA, (running) => {
    if (platform === 'express') running.use(compression({ threshold }));
    else void fastifyOf(running).register(fastifyCompress, { threshold });
  });
  const { statusCode, headers, body } = await undici.request(url + path, {
    headers: { 'accept-encoding': 'gzip' },
  });
  const bytes = Buffer.from(await body.arrayBuffer());
  await app.close();
  return { status: statusCode, headers, bytes };
}

function fastifyOf(app: INestApplication): FastifyInstance {
  return app.getHttpAdapter().getInstance() as FastifyInstance;
}

describe.each(PLATFORMS)('what watches the responses on %s', (platform) => {
  it.each([
    ['plan', 'NOT_FOUND', 'No such plan.'],
    ['nowhere', 'NOT_FOUND', 'Cannot GET /nowhere'],
  ] as const)('CORS of Nest answers /%s with its headers', async (path, code, error) => {
    const response = await answerOf(
      platform,
      `/${path}`,
      (app) => app.enableCors({ origin: 'https://app.example', credentials: true }),
      { origin: 'https://app.example' },
    );
    expectEnvelope(response, code, {
      error,
      headers: {
        'access-control-allow-origin': 'https://app.example',
        'access-control-allow-credentials': 'true',
      },
    });
  });

  it.each([
    ['small, where all are', '/plan', 0, 'NOT_FOUND', 404, 'No such plan.'],
    ['over the threshold', '/long', 1024, 'SERVICE_LIMIT_EXCEEDED', 400, LONG],
  ] as const)(
    'compresses an envelope that is %s',
    async (_which, path, threshold, error_code, status, error) => {
      const answer = await compressedAnswerOf(platform, path, threshold);
      const { headers, bytes } = answer;
      expect({ status: answer.status, body: JSON.parse(gunzipSync(bytes).toString()) }).toEqual({
        status,
        body: { error, error_code, timestamp: expect.any(String) },
      });
      expect(headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'content-encoding': 'gzip',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        connection: 'keep-alive',
        vary: expect.stringMatching(/^accept-encoding$/i),
      });
      expect(headers['content-length'] ?? String(bytes.length)).toBe(String(bytes.length));
    },
  );

  it('leaves an envelope below the threshold of compression as it is', async () => {
    const { status, headers, bytes } = await compressedAnswerOf(platform, '/plan', 1024);
    expect({ status, body: JSON.parse(bytes.toString()) }).toEqual({
      status: 404,
      body: { error: 'No such plan.', error_code: 'NOT_FOUND', timestamp: expect.any(String) },
    });
    expect(headers['content-length']).toBe(String(bytes.length));
    expect(headers).not.toHaveProperty('content-encoding');
  });
});

describe('on-finished', () => {
  it('hears of the answer once, with its status and without an error', async () => {
    const heard: unknown[] = [];
    const response = await answerOf('express', '/plan', (app) =>
      app.use((_: IncomingMessage, outgoing: ServerResponse, next: () => void) => {
        onFinished(outgoing, (error, { statusCode }) => heard.push({ error, statusCode }));
        next();
      }),
    );
    expectEnvelope(response, 'NOT_FOUND', { error: 'No such plan.' });
    expect(heard).toEqual([{ error: null, statusCode: 404 }]);
  });
});

describe('the hooks of Fastify', () => {
  it('onSend is shown the envelope and may add to the answer, onResponse its status', async () => {
    const seen: unknown[] = [];
    const response = await answerOf('fastify', '/plan', (app) => {
      fastifyOf(app)
        .addHook('onSend', async (_request, reply, payload) => {
          seen.push(['onSend', reply.statusCode, reply.getHeader('content-type'), payload]);
          void reply.header('x-request-id', '7');
        })
        .addHook('onResponse', async (_request, reply) => {
          seen.push(['onResponse', reply.statusCode]);
        });
    });
    expectEnvelope(response, 'NOT_FOUND', {
      error: 'No such plan.',
      headers: { 'x-request-id': '7' },
    });
    expect(seen).toEqual([
      ['onSend', 404, 'application/json; charset=utf-8', response.text],
      ['onResponse', 404],
    ]);
  });

  it('onSend may put another payload in place of the envelope', async () => {
    const response = await answerOf('fastify', '/plan', (app) => {
      fastifyOf(app).addHook('onSend', async (_request, reply, payload) => {
        void reply.header('content-length', undefined);
        return String(payload).replace('No such', 'Not a');
      });
    });
    expectEnvelope(response, 'NOT_FOUND', { error: 'Not a plan.' });
  });

  it('@fastify/cors answers with its headers', async () => {
    const response = await answerOf(
      'fastify',
      '/plan',
      (app) => void fastifyOf(app).register(fastifyCors, { origin: 'https://app.example' }),
      { origin: 'https://app.example' },
    );
    expectEnvelope(response, 'NOT_FOUND', {
      error: 'No such plan.',
      headers: { 'access-control-allow-origin': 'https://app.example' },
    });
  });
});
