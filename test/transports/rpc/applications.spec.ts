import { Controller, type INestApplication, type ModuleMetadata, UseFilters } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import {
  AuthOsErrorsModule,
  type AuthOsErrorsOptions,
  AuthOsExceptionFilter,
} from 'nestjs-authos-errors';
import { lastValueFrom } from 'rxjs';
import { COVERED, recordingLogger } from '../../support/recording-logger.js';
import { envelope } from '../envelope.js';
import type { RunningService } from './service.js';
import { startHybrid, startTcp } from './tcp.js';

class Sold extends Error {}

@Controller()
class SharedController {
  @MessagePattern('sold')
  sold(): never {
    throw new Sold();
  }
}

@Controller()
class OwnFilterController {
  @UseFilters(AuthOsExceptionFilter)
  @MessagePattern('sold')
  sold(): never {
    throw new Sold();
  }

  @MessagePattern('left')
  left(): never {
    throw new Sold();
  }
}

const NEST = { status: 'error', message: 'Internal server error' };

function saying(text: string): AuthOsErrorsOptions {
  return {
    mappers: [
      (error) => (error instanceof Sold ? { code: 'NOT_FOUND', message: text } : undefined),
    ],
  };
}

function ask(
  { client }: Pick<RunningService<unknown>, 'client'>,
  pattern = 'sold',
): Promise<unknown> {
  return lastValueFrom(client.send<unknown>(pattern, {})).catch((error: unknown) => error);
}

describe('of microservices', () => {
  const running: RunningService<unknown>[] = [];

  afterEach(async () => {
    for (const service of running.splice(0)) await service.close();
  });

  const start = async (
    imports: NonNullable<ModuleMetadata['imports']>,
    controller: new () => object = SharedController,
  ) => {
    const service = await startTcp({ imports, controllers: [controller] });
    running.push(service);
    return service;
  };

  it('each of two applications with one controller answers by its own options', async () => {
    const first = await start([AuthOsErrorsModule.forRoot(saying('Sold to A.'))]);
    const second = await start([AuthOsErrorsModule.forRoot(saying('Sold to B.'))]);
    expect([await ask(first), await ask(second)]).toEqual([
      envelope('NOT_FOUND', 'Sold to A.'),
      envelope('NOT_FOUND', 'Sold to B.'),
    ]);
  });

  it('one without the module answers as Nest does, beside one that has it', async () => {
    const first = await start([AuthOsErrorsModule]);
    const second = await start([]);
    expect([await ask(first), await ask(second)]).toEqual([
      envelope('INTERNAL_SERVER_ERROR'),
      NEST,
    ]);
  });

  it('the options of forRootAsync count', async () => {
    const service = await start([
      AuthOsErrorsModule.forRootAsync({ useFactory: async () => saying('Sold out.') }),
    ]);
    expect(await ask(service)).toEqual(envelope('NOT_FOUND', 'Sold out.'));
  });

  it('nothing is answered by itself with bindGlobalFilter: false', async () => {
    const imports = [AuthOsErrorsModule.forRoot({ ...saying('Sold.'), bindGlobalFilter: false })];
    const service = await start(imports, OwnFilterController);
    expect(await ask(service)).toEqual(envelope('NOT_FOUND', 'Sold.'));
    expect(await ask(service, 'left')).toEqual(NEST);
  });
});

describe('a hybrid application with deferInitialization', () => {
  const logger = recordingLogger();
  let hybrid: RunningService<INestApplication>;

  afterEach(async () => {
    await hybrid.close();
    (logger.lines as unknown[]).length = 0;
  });

  const metadata = {
    imports: [AuthOsErrorsModule.forRoot({ logger })],
    controllers: [SharedController],
  };

  it('answers when its microservice inherits the configuration', async () => {
    hybrid = await startHybrid(metadata, { inheritAppConfig: true, deferInitialization: true });
    expect(await ask(hybrid)).toEqual(envelope('INTERNAL_SERVER_ERROR'));
    expect(logger.lines[0]).toEqual(COVERED);
    expect(logger.lines.filter(([level]) => level === 'warn')).toEqual([]);
  });

  it('answers when its microservice is given the filter', async () => {
    hybrid = await startHybrid(metadata, {
      inheritAppConfig: false,
      deferInitialization: true,
      configure: (service, app) => service.useGlobalFilters(app.get(AuthOsExceptionFilter)),
    });
    expect(await ask(hybrid)).toEqual(envelope('INTERNAL_SERVER_ERROR'));
    expect(logger.lines.filter(([level]) => level === 'warn')).toEqual([]);
  });
});
