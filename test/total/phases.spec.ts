import {
  Body,
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  GoneException,
  Injectable,
  NotFoundException,
  type ModuleMetadata,
  Post,
  Req,
  Scope,
  UseFilters,
  ValidationPipe,
} from '@nestjs/common';
import { APP_FILTER, ExternalContextCreator } from '@nestjs/core';
import { IsEmail } from 'class-validator';
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from '../support/expect-envelope.js';
import { COVERED, recordingLogger } from '../support/recording-logger.js';
import { PLATFORMS, startApp } from '../support/start-app.js';

class TeapotError extends Error {}

/** What ExternalContextCreator takes before the type of the context. */
const NO_METADATA = [
  undefined,
  undefined,
  undefined,
  undefined,
  { guards: true, interceptors: true, filters: true },
] as const;

class KettleError extends Error {}

@Catch(KettleError)
class RejectingFilter implements ExceptionFilter {
  async catch(): Promise<never> {
    await Promise.resolve();
    throw new NotFoundException('No such kettle.');
  }
}

@Catch(KettleError)
class RejectingFilterOfMethod extends RejectingFilter {}

@Catch(KettleError)
@Injectable({ scope: Scope.REQUEST })
class ScopedRejectingFilter extends RejectingFilter {}

@Catch(KettleError)
@Injectable({ scope: Scope.TRANSIENT })
class TransientRejectingFilter extends RejectingFilter {}

@Catch(TeapotError)
class ThrowingFilter implements ExceptionFilter {
  catch(): never {
    throw new Error('secret');
  }
}

class Signup {
  @IsEmail()
  email!: string;
}

@Controller()
class FailingController {
  @Get('teapot')
  teapot(): never {
    throw new TeapotError();
  }

  @Get('teapot-on-method')
  @UseFilters(ThrowingFilter)
  teapotOnMethod(): never {
    throw new TeapotError();
  }

  @Get('kettle')
  kettle(): never {
    throw new KettleError();
  }

  @Get('kettle-on-method')
  @UseFilters(RejectingFilterOfMethod)
  kettleOnMethod(): never {
    throw new KettleError();
  }

  @Get('kettle-with-instance')
  @UseFilters(new RejectingFilterOfMethod())
  kettleWithInstance(): never {
    throw new KettleError();
  }

  @Get('kettle-with-scope')
  @UseFilters(ScopedRejectingFilter)
  kettleWithScope(): never {
    throw new KettleError();
  }

  @Get('kettle-with-transience')
  @UseFilters(TransientRejectingFilter)
  kettleWithTransience(): never {
    throw new KettleError();
  }

  @Get('gone')
  gone(): never {
    throw new GoneException();
  }

  @Post('signup')
  signup(@Body() body: Signup): Signup {
    return body;
  }
}

it('what a filter rejects with outside of HTTP stays a rejection', async () => {
  class Resolver {
    kettle(): never {
      throw new KettleError();
    }
  }
  const { app } = await startApp(
    'express',
    { imports: [AuthOsErrorsModule], providers: [Resolver] },
    (created) => {
      created.useGlobalFilters(new RejectingFilter());
    },
  );
  const resolver = app.get(Resolver);
  const resolve = app
    .get(ExternalContextCreator)
    .create(resolver, resolver.kettle.bind(resolver), 'kettle', ...NO_METADATA, 'graphql');
  await expect(resolve({}, {}, {}, {})).rejects.toThrow('No such kettle.');
  await app.close();
});

describe.each(PLATFORMS)('on %s', (platform) => {
  it.each(['teapot', 'teapot-on-method'])(
    'what a filter of the user throws is answered, at %s',
    async (path) => {
      const { app, url } = await startApp(
        platform,
        { imports: [AuthOsErrorsModule], controllers: [FailingController] },
        (created) => {
          created.useGlobalFilters(new ThrowingFilter());
        },
      );
      const response = await request(url).get(`/${path}`);
      await app.close();
      expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
    },
  );

  it.each([
    'kettle',
    'kettle-on-method',
    'kettle-with-instance',
    'kettle-with-scope',
    'kettle-with-transience',
  ])('what a filter of the user rejects with is answered, at %s', async (path) => {
    const { app, url } = await startApp(
      platform,
      { imports: [AuthOsErrorsModule], controllers: [FailingController] },
      (created) => {
        created.useGlobalFilters(new RejectingFilter());
      },
    );
    const response = await request(url).get(`/${path}`);
    await app.close();
    expectEnvelope(response, 'NOT_FOUND', { error: 'No such kettle.' });
  });

  it('what a global filter with the scope of a request rejects with is answered', async () => {
    const { app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: [FailingController],
      providers: [{ provide: APP_FILTER, useClass: ScopedRejectingFilter, scope: Scope.REQUEST }],
    });
    const response = await request(url).get('/kettle');
    await app.close();
    expectEnvelope(response, 'NOT_FOUND', { error: 'No such kettle.' });
  });

  it.each([
    [
      'throws',
      (): never => {
        throw new Error('secret');
      },
      'INTERNAL_SERVER_ERROR',
      undefined,
    ],
    ['returns the errors', (errors: unknown) => errors, 'BAD_REQUEST', 'email must be an email'],
  ] as const)(
    'an exception factory that %s is answered',
    async (_how, exceptionFactory, code, error) => {
      const { app, url } = await startApp(
        platform,
        { imports: [AuthOsErrorsModule], controllers: [FailingController] },
        (created) => {
          created.useGlobalPipes(new ValidationPipe({ exceptionFactory }));
        },
      );
      const response = await request(url).post('/signup').send({ email: 'x' });
      await app.close();
      expectEnvelope(response, code, { error });
    },
  );

  it('a client that hung up is logged at debug, without a stack', async () => {
    const logger = recordingLogger();
    const events = new EventEmitter();
    const onError = (): void => void events.emit('reported');
    @Controller()
    class SlowController {
      @Get()
      async slow(@Req() incoming: IncomingMessage | { raw: IncomingMessage }): Promise<never> {
        const { socket } = 'raw' in incoming ? incoming.raw : incoming;
        events.emit('arrived');
        await once(socket, 'close');
        throw new Error('nobody listens');
      }
    }
    const { app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot({ logger, onError })],
      controllers: [SlowController],
    });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(events, 'arrived');
    socket.destroy();
    await once(events, 'reported');
    await app.close();
    expect(logger.lines).toEqual([
      COVERED,
      ['debug', '500 INTERNAL_SERVER_ERROR GET /: Error: nobody listens'],
    ]);
  });

  it('two imports of the module end in one answer and one log line, by the options of forRoot', async () => {
    for (const imports of bothOrders(AuthOsErrorsModule)) {
      const logger = recordingLogger();
      const options = { logger, httpStatus: 'preserve' } as const;
      const { app, url } = await startApp(platform, {
        imports: imports(AuthOsErrorsModule.forRoot(options)),
        controllers: [FailingController],
      });
      const response = await request(url).get('/gone');
      await app.close();
      expectEnvelope(response, 'NOT_FOUND', { status: 410, error: 'Gone' });
      expect(logger.lines).toEqual([
        COVERED,
        ['debug', '410 NOT_FOUND GET /gone: GoneException: Gone'],
      ]);
    }
  });
});

type Import = NonNullable<ModuleMetadata['imports']>[number];

function bothOrders(bare: Import): ((configured: Import) => Import[])[] {
  return [(configured) => [bare, configured], (configured) => [configured, bare]];
}
