import {
  ClassSerializerInterceptor,
  Controller,
  Get,
  Header,
  type INestApplication,
  Redirect,
  Render,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import { Transform } from 'class-transformer';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AuthOsErrorsModule, type ErrorReport } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../../../support/expect-envelope.js';
import { type Platform, PLATFORMS, startApp } from '../../../support/start-app.js';

const fail = (): never => {
  throw new Error('secret');
};

class Plan {
  @Transform(fail)
  name = 'gold';
}

@Controller()
class AnsweringController {
  @Get('circle')
  circle(): object {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    return circle;
  }

  @Get('bigint')
  bigint(): object {
    return { count: 1n };
  }

  @Get('to-json')
  toJson(): object {
    return { toJSON: fail };
  }

  @Get('getter')
  getter(): object {
    return Object.defineProperty({}, 'name', { get: fail, enumerable: true });
  }

  @Get('serializer')
  @UseInterceptors(ClassSerializerInterceptor)
  serializer(): Plan {
    return new Plan();
  }

  @Get('header')
  @Header('x-plan', 'a\nb')
  header(): string {
    return 'fine';
  }

  @Get('redirect')
  @Redirect('/a\nb')
  redirect(): void {}

  @Get('view')
  @Render('nowhere')
  view(): object {
    return {};
  }
}

@Controller()
class FastifyController extends AnsweringController {
  @Get('reply-serializer')
  replySerializer(@Res() reply: FastifyReply): void {
    void reply.serializer(fail).send({ fine: true });
  }

  @Get('reply-status')
  replyStatus(@Res() reply: FastifyReply): void {
    void reply.code(7777).send({ fine: true });
  }
}

const SHARED = ['circle', 'bigint', 'to-json', 'getter', 'serializer', 'header', 'view'];
const PATHS: Readonly<Record<Platform, readonly string[]>> = {
  express: [...SHARED, 'middleware', 'middleware-async'],
  fastify: [
    ...SHARED,
    // Express encodes the address.
    'redirect',
    'middleware',
    'middleware-async',
    'reply-serializer',
    'reply-status',
    'schema',
    'pre-serialization',
    'on-request',
    'pre-parsing',
    'pre-validation',
    'pre-handler',
  ],
};

/** Hooks that fail for the route of their name, and a route whose schema does not fit its answer. */
function addFailures(instance: FastifyInstance): void {
  const at = (path: string) => async (incoming: { url: string }) =>
    incoming.url === `/${path}` ? fail() : undefined;
  instance.addHook('onRequest', at('on-request'));
  instance.addHook('preParsing', async ({ url }, _reply, payload) =>
    url === '/pre-parsing' ? fail() : payload,
  );
  instance.addHook('preValidation', at('pre-validation'));
  instance.addHook('preHandler', at('pre-handler'));
  instance.addHook('preSerialization', async ({ url }, _reply, payload) =>
    url === '/pre-serialization' ? fail() : payload,
  );
  for (const path of ['on-request', 'pre-parsing', 'pre-validation', 'pre-handler']) {
    instance.get(`/${path}`, () => ({ fine: true }));
  }
  instance.get('/pre-serialization', () => ({ fine: true }));
  const response = {
    200: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
  };
  instance.get('/schema', { schema: { response } }, () => ({ name: 'gold' }));
}

describe.each(PLATFORMS)('between the first byte in and the last byte out, on %s', (platform) => {
  const reports: ErrorReport[] = [];
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    const onError = (report: ErrorReport): void => void reports.push(report);
    ({ app, url } = await startApp(
      platform,
      {
        imports: [AuthOsErrorsModule.forRoot({ onError })],
        controllers: [platform === 'fastify' ? FastifyController : AnsweringController],
      },
      (created) => {
        created.use((incoming: IncomingMessage, _response: ServerResponse, next: () => void) =>
          incoming.url === '/middleware' ? fail() : next(),
        );
        created.use(
          async (incoming: IncomingMessage, _response: ServerResponse, next: () => void) =>
            incoming.url === '/middleware-async' ? fail() : next(),
        );
        if (platform === 'fastify') {
          addFailures(created.getHttpAdapter().getInstance() as FastifyInstance);
        }
      },
    ));
  });
  beforeEach(() => {
    reports.length = 0;
  });
  afterAll(() => app.close());

  it.each(PATHS[platform])(
    'what fails is answered with the envelope, and reported once: /%s',
    async (path) => {
      const response = await request(url).get(`/${path}`).timeout(3000);
      expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
      expect(reports).toHaveLength(1);
    },
  );
});
