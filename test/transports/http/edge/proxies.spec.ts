import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fastifyHttpProxy } from '@fastify/http-proxy';
import { Controller, Get, type INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { AuthOsErrorsModule, type ErrorReport } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { startApp } from '../../../support/start-app.js';

@Controller()
class PlansController {
  @Get('plans')
  plans(): string {
    return 'fine';
  }
}

/** An address at which nobody listens. */
async function refusingUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

const reports: ErrorReport[] = [];

async function appWithProxy(upstream: string): Promise<{ app: INestApplication; url: string }> {
  reports.length = 0;
  const onError = (report: ErrorReport): void => void reports.push(report);
  return startApp(
    'fastify',
    { imports: [AuthOsErrorsModule.forRoot({ onError })], controllers: [PlansController] },
    (created) => {
      const instance = created.getHttpAdapter().getInstance() as FastifyInstance;
      void instance.register(fastifyHttpProxy, { upstream, prefix: '/proxied' });
    },
  );
}

describe('@fastify/http-proxy', () => {
  it('whose upstream is down is answered with the envelope, and reported', async () => {
    const { app, url } = await appWithProxy(await refusingUrl());
    const response = await request(url).get('/proxied/plans');
    await app.close();
    expectEnvelope(response, 'IO_ERROR');
    expect(reports).toMatchObject([{ code: 'IO_ERROR' }]);
  });
});
