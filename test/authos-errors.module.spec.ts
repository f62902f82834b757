import { inspect } from 'node:util';
import type { Server } from 'node:http';
import {
  Controller,
  Get,
  Injectable,
  Module,
  ServiceUnavailableException,
  UseFilters,
} from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  AuthOsErrorsModule,
  type AuthOsErrorsOptions,
  AuthOsExceptionFilter,
  RequireActiveOrganization,
} from 'nestjs-authos-errors';
import request from 'supertest';
import { expectEnvelope } from './support/expect-envelope.js';
import { COVERED, recordingLogger } from './support/recording-logger.js';
import { PLATFORMS, startApp } from './support/start-app.js';

@Controller()
class ThrowingController {
  @Get()
  read(): never {
    throw new ServiceUnavailableException('Back soon.');
  }
}

@Controller()
@UseFilters(AuthOsExceptionFilter)
class FilteredController extends ThrowingController {}

const OPTIONS: AuthOsErrorsOptions = { httpStatus: 'preserve', exposeServerMessages: true };

@Injectable()
class OptionsFactory {
  createAuthOsErrorsOptions(): AuthOsErrorsOptions {
    return OPTIONS;
  }
}

@Injectable()
class Settings {
  readonly errors = OPTIONS;
}

@Module({ providers: [Settings, OptionsFactory], exports: [Settings, OptionsFactory] })
class SettingsModule {}

describe.each(PLATFORMS)('AuthOsErrorsModule on %s', (platform) => {
  it('works bare, with every default', async () => {
    const { app, url } = await startApp(platform, {
      imports: [AuthOsErrorsModule],
      controllers: [ThrowingController],
    });
    const response = await request(url).get('/');
    await app.close();
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR');
  });

  it.each([
    ['forRoot', AuthOsErrorsModule.forRoot(OPTIONS)],
    ['useFactory', AuthOsErrorsModule.forRootAsync({ useFactory: () => OPTIONS })],
    [
      'useFactory that is asynchronous and injects',
      AuthOsErrorsModule.forRootAsync({
        imports: [SettingsModule],
        inject: [Settings],
        useFactory: async ({ errors }: Settings) => Promise.resolve(errors),
      }),
    ],
    ['useClass', AuthOsErrorsModule.forRootAsync({ useClass: OptionsFactory })],
    [
      'useExisting',
      AuthOsErrorsModule.forRootAsync({ imports: [SettingsModule], useExisting: OptionsFactory }),
    ],
  ])('takes options by %s', async (_how, imported) => {
    const { app, url } = await startApp(platform, {
      imports: [imported],
      controllers: [ThrowingController],
    });
    const response = await request(url).get('/');
    await app.close();
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR', { status: 503, error: 'Back soon.' });
  });

  it('binds no filter with bindGlobalFilter false, for a place of the user’s own', async () => {
    const logger = recordingLogger();
    const imports = [AuthOsErrorsModule.forRoot({ ...OPTIONS, bindGlobalFilter: false, logger })];
    const unbound = await startApp(platform, { imports, controllers: [ThrowingController] });
    const { status, body } = await request(unbound.url).get('/');
    await unbound.app.close();
    expect({ status, body }).toMatchObject({ status: 503, body: { message: 'Back soon.' } });

    const bound = await startApp(platform, { imports, controllers: [FilteredController] });
    const response = await request(bound.url).get('/');
    const unknown = await request(bound.url).get('/nowhere');
    await bound.app.close();
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR', { status: 503, error: 'Back soon.' });
    expect(unknown.body).toMatchObject({ message: 'Cannot GET /nowhere' });
    expect(logger.lines).toHaveLength(1);
  });

  it('is not needed for a filter given to useGlobalFilters', async () => {
    const { app, url } = await startApp(
      platform,
      { controllers: [ThrowingController] },
      (created) => {
        created.useGlobalFilters(new AuthOsExceptionFilter({ httpStatus: 'preserve' }));
      },
    );
    const response = await request(url).get('/');
    await app.close();
    expectEnvelope(response, 'INTERNAL_SERVER_ERROR', { status: 503 });
  });
});

describe('AuthOsErrorsModule', () => {
  const { forRoot, forRootAsync } = AuthOsErrorsModule as unknown as Record<
    'forRoot' | 'forRootAsync',
    (argument?: unknown) => unknown
  >;

  it.each([undefined, null, 'x', []])('does not take %p for options', (options) => {
    expect(() => forRoot.call(AuthOsErrorsModule, options)).toThrow(
      `AuthOsErrorsModule.forRoot: the options are ${inspect(options)}; they take an object`,
    );
  });

  it.each([undefined, null, {}, { imports: [] }])(
    'does not take %p for forRootAsync',
    (options) => {
      expect(() => forRootAsync.call(AuthOsErrorsModule, options)).toThrow(
        `AuthOsErrorsModule.forRootAsync: the argument is ${inspect(options)}; it takes an object with useFactory, useClass or useExisting`,
      );
    },
  );

  it('covers an application once, although a hybrid one runs the hook of the bootstrap again', async () => {
    const logger = recordingLogger();
    const { app } = await startApp('express', {
      imports: [AuthOsErrorsModule.forRoot({ logger })],
    });
    app.get(AuthOsErrorsModule).onApplicationBootstrap();
    expect(logger.lines).toEqual([COVERED]);
    expect((app.getHttpServer() as Server).listenerCount('clientError')).toBe(1);
    await app.close();
  });

  it.each([
    ['forRoot', AuthOsErrorsModule.forRoot({ maxMessageLength: -1 })],
    [
      'forRootAsync',
      AuthOsErrorsModule.forRootAsync({ useFactory: () => ({ maxMessageLength: -1 }) }),
    ],
  ])('does not boot with a wrong option of %s, and names it', async (_how, imported) => {
    await expect(Test.createTestingModule({ imports: [imported] }).compile()).rejects.toThrow(
      'nestjs-authos-errors: option maxMessageLength is -1; it takes a whole number from 1',
    );
  });

  it('does not boot with guards but without the module', async () => {
    @Controller()
    @RequireActiveOrganization()
    class GuardedController {}

    const compiled = Test.createTestingModule({ controllers: [GuardedController] }).compile();
    await expect(compiled).rejects.toThrow(/resolve dependencies of the OrganizationActiveGuard/);
  });
});
