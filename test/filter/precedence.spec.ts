import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  Injectable,
  Scope,
  UseFilters,
} from '@nestjs/common';
import { APP_FILTER, ApplicationConfig, HttpAdapterHost } from '@nestjs/core';
import { AuthOsErrorsModule, AuthOsExceptionFilter } from 'nestjs-authos-errors';
import request from 'supertest';
import { catchAllFiltersBefore } from '../../lib/filter/catch-all-filters.js';
import { expectEnvelope } from '../support/expect-envelope.js';
import { COVERED, recordingLogger } from '../support/recording-logger.js';
import { PLATFORMS, startApp } from '../support/start-app.js';

class TeapotError extends Error {}

/** The user's own filter for the user's own error. */
@Catch(TeapotError)
@Injectable()
class TeapotFilter implements ExceptionFilter {
  constructor(readonly host: HttpAdapterHost) {}

  catch(_error: TeapotError, host: ArgumentsHost): void {
    this.host.httpAdapter.reply(host.getArgByIndex(1), { teapot: true }, 418);
  }
}

@Catch()
@Injectable()
class CatchAllFilter extends TeapotFilter {}

@Catch()
@Injectable({ scope: Scope.REQUEST })
class ScopedCatchAllFilter extends TeapotFilter {}

@Controller()
class PlainController {
  @Get('teapot')
  teapot(): never {
    throw new TeapotError();
  }

  @Get('other')
  other(): never {
    throw new Error('secret');
  }
}

@Controller()
@UseFilters(TeapotFilter)
class ControllerWithFilter extends PlainController {}

@Controller()
class ControllerWithFilterOnMethod extends PlainController {
  @Get('teapot')
  @UseFilters(TeapotFilter)
  override teapot(): never {
    throw new TeapotError();
  }

  @Get('other')
  @UseFilters(TeapotFilter)
  override other(): never {
    throw new Error('secret');
  }
}

const APP_FILTER_PROVIDER = { provide: APP_FILTER, useClass: TeapotFilter };

describe.each(PLATFORMS)('a filter of the user on %s', (platform) => {
  it.each([
    ['APP_FILTER', PlainController, [APP_FILTER_PROVIDER], false],
    ['useGlobalFilters', PlainController, [], true],
    ['@UseFilters on the controller', ControllerWithFilter, [], false],
    ['@UseFilters on the method', ControllerWithFilterOnMethod, [], false],
  ])(
    'given by %s is asked first, for its own errors only',
    async (_how, controller, providers, global) => {
      const { app, url } = await startApp(
        platform,
        { imports: [AuthOsErrorsModule], controllers: [controller], providers },
        (created) => {
          if (global) created.useGlobalFilters(new TeapotFilter(created.get(HttpAdapterHost)));
        },
      );
      const teapot = await request(url).get('/teapot');
      const other = await request(url).get('/other');
      await app.close();
      expect({ status: teapot.status, body: teapot.body }).toEqual({
        status: 418,
        body: { teapot: true },
      });
      expectEnvelope(other, 'INTERNAL_SERVER_ERROR');
    },
  );

  it.each([CatchAllFilter, ScopedCatchAllFilter])(
    'that catches everything wins, and is named at boot: %p',
    async (useClass) => {
      const logger = recordingLogger();
      const { app, url } = await startApp(platform, {
        imports: [AuthOsErrorsModule.forRoot({ logger })],
        controllers: [PlainController],
        providers: [{ provide: APP_FILTER, useClass }],
      });
      const { status, body } = await request(url).get('/other');
      await app.close();
      expect({ status, body }).toEqual({ status: 418, body: { teapot: true } });
      expect(logger.lines).toEqual([
        [
          'warn',
          `Not every error response is an AuthOS envelope: ${useClass.name} catches everything and is asked first`,
        ],
      ]);
    },
  );

  it('that a factory makes for each request is asked, and not known at boot', async () => {
    const logger = recordingLogger();
    const { app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot({ logger })],
      controllers: [PlainController],
      providers: [
        {
          provide: APP_FILTER,
          scope: Scope.REQUEST,
          inject: [HttpAdapterHost],
          useFactory: (host: HttpAdapterHost) => new TeapotFilter(host),
        },
      ],
    });
    const { status, body } = await request(url).get('/teapot');
    await app.close();
    expect({ status, body }).toEqual({ status: 418, body: { teapot: true } });
    expect(logger.lines).toEqual([COVERED]);
  });

  it('for its own errors is not named at boot', async () => {
    const logger = recordingLogger();
    const { app } = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot({ logger })],
      providers: [APP_FILTER_PROVIDER],
    });
    await app.close();
    expect(logger.lines).toEqual([COVERED]);
  });
});

describe('of the global filters', () => {
  it('those are named that catch everything and were added after ours', () => {
    class Undecorated implements ExceptionFilter {
      catch(): void {}
    }
    @Catch()
    class Earlier extends Undecorated {}
    @Catch()
    class Later extends Undecorated {}
    @Catch(TeapotError)
    class Specific extends Undecorated {}
    const ours = new AuthOsExceptionFilter();
    const config = new ApplicationConfig();
    for (const filter of [
      new Earlier(),
      ours,
      new AuthOsExceptionFilter(),
      new Later(),
      new Specific(),
      new Undecorated(),
    ]) {
      config.addGlobalFilter(filter);
    }
    expect(catchAllFiltersBefore(ours, config)).toEqual(['Later', 'Undecorated']);
  });
});
