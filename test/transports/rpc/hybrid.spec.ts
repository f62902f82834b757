import { Controller, Get, Inject, NotFoundException, Param } from '@nestjs/common';
import { ClientProxy, MessagePattern, RpcException } from '@nestjs/microservices';
import { AuthOsErrorsModule, AuthOsException } from 'nestjs-authos-errors';
import { lastValueFrom } from 'rxjs';
import { SECRET } from '../../support/expect-failure.js';
import { recordingLogger } from '../../support/recording-logger.js';
import { PLATFORMS, type RunningApp, startApp } from '../../support/start-app.js';
import { startHybrid } from './tcp.js';

/** What the other service throws, by the name of the request. */
const THROWN: Readonly<Record<string, () => unknown>> = {
  missing: () => new NotFoundException('There is no plan gold.'),
  pending: () =>
    new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', { retryAfter: 5 }),
  billing: () => new AuthOsException('BILLING_ERROR', SECRET),
};

@Controller()
class PlansController {
  @MessagePattern('plans')
  plans(name: string): never {
    throw THROWN[name]!();
  }

  @Get('plans')
  gold(): never {
    throw THROWN.missing!();
  }
}

/** A hybrid application over TCP. */
async function startPlans(inheritAppConfig: boolean) {
  const logger = recordingLogger();
  const metadata = {
    imports: [AuthOsErrorsModule.forRoot({ logger })],
    controllers: [PlansController],
  };
  return { logger, ...(await startHybrid(metadata, { inheritAppConfig })) };
}

type Hybrid = Awaited<ReturnType<typeof startPlans>>;

describe('a hybrid application', () => {
  let hybrid: Hybrid;

  afterEach(() => hybrid.close());

  it('answers on both sides when its microservice inherits the configuration', async () => {
    hybrid = await startPlans(true);
    expect(hybrid.logger.lines).toEqual([['log', 'Every error response is an AuthOS envelope']]);
    const envelope = {
      error: 'There is no plan gold.',
      error_code: 'NOT_FOUND',
      timestamp: expect.stringMatching(/Z$/),
    };
    await expect(lastValueFrom(hybrid.client.send('plans', 'missing'))).rejects.toEqual(envelope);
    const response = await fetch(`${await hybrid.app.getUrl()}/plans`);
    expect([response.status, await response.json()]).toEqual([404, envelope]);
  });

  it('warns at boot when its microservice does not', async () => {
    hybrid = await startPlans(false);
    expect(hybrid.logger.lines).toEqual([
      [
        'warn',
        'Not every error response is an AuthOS envelope: a microservice does not inherit the filter, connect it with { inheritAppConfig: true }',
      ],
    ]);
    await expect(lastValueFrom(hybrid.client.send('plans', 'missing'))).rejects.toEqual({
      status: 'error',
      message: 'Internal server error',
    });
  });
});

const REMOTE = Symbol('remote');

@Controller()
class AskingController {
  constructor(@Inject(REMOTE) private readonly remote: ClientProxy) {}

  @Get('rethrown/:name')
  rethrown(@Param('name') name: string): Promise<unknown> {
    return lastValueFrom(this.remote.send('plans', name));
  }

  @Get('wrapped/:name')
  async wrapped(@Param('name') name: string): Promise<unknown> {
    try {
      return await this.rethrown(name);
    } catch (error) {
      throw new RpcException(error as object);
    }
  }
}

describe.each(PLATFORMS)('a service on %s that asks another over TCP', (platform) => {
  const logger = recordingLogger();
  let hybrid: Hybrid;
  let running: RunningApp;

  beforeAll(async () => {
    hybrid = await startPlans(true);
    running = await startApp(platform, {
      imports: [AuthOsErrorsModule.forRoot({ logger })],
      controllers: [AskingController],
      providers: [{ provide: REMOTE, useValue: hybrid.client }],
    });
  });

  afterAll(async () => {
    await running.app.close();
    await hybrid.close();
  });

  describe.each(['rethrown', 'wrapped'])('and has its answer %s', (how) => {
    it.each([
      ['missing', 404, 'NOT_FOUND', 'There is no plan gold.', null],
      ['pending', 400, 'DEVICE_CODE_PENDING', 'Approve the sign-in.', '5'],
    ])('passes on the words of %s', async (name, status, code, error, retryAfter) => {
      (logger.lines as unknown[]).length = 0;
      const response = await fetch(`${running.url}/${how}/${name}`);
      expect([response.status, response.headers.get('retry-after')]).toEqual([status, retryAfter]);
      expect(await response.json()).toMatchObject({ error, error_code: code });
      expect(logger.lines).toEqual([
        [
          'debug',
          expect.stringContaining(
            `${status} ${code} GET /${how}/${name}: remote ${code}: ${error}`,
          ),
        ],
      ]);
    });

    it('passes on the code of a failure of its own, and no text', async () => {
      const response = await fetch(`${running.url}/${how}/billing`);
      const body = await response.text();
      expect(response.status).toBe(500);
      expect(JSON.parse(body)).toMatchObject({ error_code: 'BILLING_ERROR' });
      expect(body).not.toContain(SECRET);
    });
  });
});
