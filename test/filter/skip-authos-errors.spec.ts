import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  NotFoundException,
} from '@nestjs/common';
import { APP_FILTER, ApplicationConfig, HttpAdapterHost } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/internal';
import {
  HealthCheck,
  HealthCheckService,
  HealthIndicatorService,
  TerminusModule,
} from '@nestjs/terminus';
import { AuthOsErrorsModule, SkipAuthOsErrors } from 'nestjs-authos-errors';
import request from 'supertest';
import { NestErrorsFilter } from '../../lib/filter/nest-errors.filter.js';
import { expectEnvelope } from '../support/expect-envelope.js';
import { PLATFORMS, startApp } from '../support/start-app.js';

class TeapotError extends Error {}

@Catch(TeapotError)
class TeapotFilter implements ExceptionFilter {
  constructor(private readonly host: HttpAdapterHost) {}

  catch(_error: TeapotError, host: ArgumentsHost): void {
    this.host.httpAdapter.reply(host.getArgByIndex(1), { teapot: true }, 418);
  }
}

@Controller('health')
@SkipAuthOsErrors()
class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
  ) {}

  @Get()
  @HealthCheck()
  check(): Promise<unknown> {
    return this.health.check([() => this.indicators.check('database').down('unreachable')]);
  }

  @Get('unknown')
  unknown(): never {
    throw new Error('secret');
  }

  @Get('teapot')
  teapot(): never {
    throw new TeapotError();
  }
}

@Controller()
class MixedController {
  @Get('skipped')
  @SkipAuthOsErrors()
  skipped(): never {
    throw new NotFoundException('Skipped.');
  }

  @Get('other')
  other(): never {
    throw new NotFoundException('Not skipped.');
  }
}

describe.each(PLATFORMS)('SkipAuthOsErrors on %s', (platform) => {
  it('keeps what Nest and the filters of the user answer, and nothing else', async () => {
    const { app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule, TerminusModule.forRoot({ logger: false })],
      controllers: [HealthController, MixedController],
      providers: [
        {
          provide: APP_FILTER,
          useFactory: (host: HttpAdapterHost) => new TeapotFilter(host),
          inject: [HttpAdapterHost],
        },
      ],
    });
    const answers = await Promise.all(
      ['health', 'health/unknown', 'health/teapot', 'skipped'].map(async (path) => {
        const { status, body } = await request(url).get(`/${path}`);
        return { status, body: body as unknown };
      }),
    );
    const other = await request(url).get('/other');
    await app.close();
    const down = { database: { status: 'down', message: 'unreachable' } };
    expect(answers).toEqual([
      { status: 503, body: { status: 'error', info: {}, error: down, details: down } },
      { status: 500, body: { statusCode: 500, message: 'Internal server error' } },
      { status: 418, body: { teapot: true } },
      { status: 404, body: { statusCode: 404, message: 'Skipped.', error: 'Not Found' } },
    ]);
    expectEnvelope(other, 'NOT_FOUND', { error: 'Not skipped.' });
  });
});

describe('SkipAuthOsErrors asks the global filters', () => {
  class KettleError extends TeapotError {}
  class CupError extends Error {}

  function caughtBy(...filters: ExceptionFilter[]): (error: unknown) => unknown {
    const config = new ApplicationConfig();
    for (const filter of filters) config.addGlobalFilter(filter);
    const skipping = new NestErrorsFilter(config, new HttpAdapterHost());
    return (error) => skipping.catch(error, new ExecutionContextHost([]));
  }

  @Catch(TeapotError, CupError)
  class SpecificFilter implements ExceptionFilter {
    catch = () => 'specific';
  }

  class PlainFilter implements ExceptionFilter {
    catch = () => 'plain';
  }

  it.each([
    ['for one of its types', new CupError(), 'specific'],
    ['for a type below', new KettleError(), 'specific'],
    ['for another error', new Error('secret'), 'plain'],
  ])('the last that catches it, %s', (_for, error, answer) => {
    expect(caughtBy(new PlainFilter(), new SpecificFilter())(error)).toBe(answer);
    expect(caughtBy(new SpecificFilter(), new PlainFilter())(error)).toBe('plain');
  });
});
