import {
  Controller,
  Get,
  Header,
  type INestApplication,
  NotFoundException,
  Res,
} from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { FastifyInstance } from 'fastify';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../../../support/start-app.js';

interface WithHeader {
  header(name: string, value: string): void;
}

@Controller()
class ThrowingController {
  @Get('missing')
  missing(): never {
    throw new NotFoundException('No such plan.');
  }

  @Get('trailer')
  trailer(@Res({ passthrough: true }) response: WithHeader): never {
    response.header('Trailer', 'x-checksum');
    throw new NotFoundException('No such plan.');
  }

  @Get('chunked')
  chunked(@Res({ passthrough: true }) response: WithHeader): never {
    response.header('Transfer-Encoding', 'chunked');
    throw new NotFoundException('No such plan.');
  }

  @Get('split')
  @Header('x-split', 'a\r\nb')
  split(): string {
    return 'split';
  }
}

const APPLICATION = { imports: [AuthOsErrorsModule], controllers: [ThrowingController] };

describe.each(PLATFORMS)('on %s', (platform) => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    ({ app, url } = await startApp(platform, APPLICATION));
  });

  afterAll(() => app.close());

  it.each(['trailer', 'chunked'])(
    'the framing that the failed response chose is taken back: %s',
    async (path) => {
      const response = await request(url).get(`/${path}`);
      expectEnvelope(response, 'NOT_FOUND', { error: 'No such plan.' });
      expect(response.headers).not.toHaveProperty('trailer');
      expect(response.headers).not.toHaveProperty('transfer-encoding');
    },
  );

  it('a header that Node refuses does not cost the client its answer', async () => {
    const response = await request(url).get('/split');
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
    expect(response.headers).not.toHaveProperty('x-split');
  });
});

describe('on express', () => {
  it('an unknown route outside of the global prefix is answered', async () => {
    const { app, url } = await startApp('express', APPLICATION, (created) => {
      created.setGlobalPrefix('api');
    });
    const inside = await request(url).get('/api/nowhere');
    const outside = await request(url).get('/nowhere');
    await app.close();
    expectEnvelope(inside, 'NOT_FOUND', { error: 'Cannot GET /api/nowhere' });
    expectEnvelope(outside, 'NOT_FOUND', { error: 'Cannot GET /nowhere' });
  });

  it('a request that middleware takes past the router is answered', async () => {
    const { app, url } = await startApp('express', APPLICATION, (created) => {
      created.use((_incoming: Request, _response: Response, next: NextFunction) => next('router'));
    });
    const response = await request(url).get('/missing');
    await app.close();
    expectEnvelope(response, 'NOT_FOUND', { error: 'Cannot GET /missing' });
  });

  it('a route that is added after the start keeps its answer', async () => {
    const { app, url } = await startApp('express', APPLICATION, (created) => {
      created.setGlobalPrefix('api');
    });
    app.getHttpAdapter().get('/late', (_incoming: Request, response: Response) => {
      response.send('late');
    });
    const { status, text } = await request(url).get('/late');
    await app.close();
    expect({ status, text }).toEqual({ status: 200, text: 'late' });
  });
});

describe('on fastify', () => {
  it("a route that was given to Fastify itself before the application's start is answered", async () => {
    const fail = (): never => {
      throw new Error('secret');
    };
    const { app, url } = await startApp('fastify', APPLICATION, (created) => {
      created.getHttpAdapter().getInstance().get('/own', fail);
    });
    const response = await request(url).get('/own');
    await app.close();
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
  });

  it('an error handler of a plugin is asked first', async () => {
    const { app, url } = await startApp('fastify', APPLICATION, (created) => {
      const instance = created.getHttpAdapter().getInstance() as FastifyInstance;
      void instance.register(async (plugin) => {
        plugin.setErrorHandler((_error, _request, reply) => reply.code(418).send('own'));
        plugin.get('/own', () => {
          throw new Error('secret');
        });
      });
    });
    const { status, text } = await request(url).get('/own');
    await app.close();
    expect({ status, text }).toEqual({ status: 418, text: 'own' });
  });

  it('an onSend hook that fails for the envelope, too, is passed over', async () => {
    const { app, url } = await startApp('fastify', APPLICATION, (created) => {
      const fail = async (): Promise<never> => Promise.reject(new Error('secret'));
      created.getHttpAdapter().getInstance().addHook('onSend', fail);
    });
    const response = await request(url).get('/missing');
    await app.close();
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
  });
});
