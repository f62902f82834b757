import { randomUUID } from 'node:crypto';
import {
  Controller,
  Get,
  Inject,
  type ModuleMetadata,
  NotFoundException,
  Param,
} from '@nestjs/common';
import { ClientProxy, MessagePattern, Payload, RpcException } from '@nestjs/microservices';
import { AuthOsErrorsModule, AuthOsException } from 'nestjs-authos-errors';
import { lastValueFrom } from 'rxjs';
import { SECRET } from '../../support/expect-failure.js';
import { recordingLogger } from '../../support/recording-logger.js';
import { PLATFORMS, type RunningApp, startApp } from '../../support/start-app.js';
import type { RunningService } from './service.js';

const REMOTE = Symbol('remote');
/** Of this run alone, as brokers are shared. */
export const REMOTE_PATTERN = `plans-${randomUUID()}`;

/** What the other service throws, by the name of the request. */
const THROWN: Readonly<Record<string, () => unknown>> = {
  missing: () => new NotFoundException('There is no plan gold.'),
  pending: () =>
    new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', { retryAfter: 5 }),
  billing: () => new AuthOsException('BILLING_ERROR', SECRET),
};

@Controller()
class PlansController {
  @MessagePattern(REMOTE_PATTERN)
  plans(@Payload() name: string): never {
    throw THROWN[name]!();
  }
}

@Controller()
class AskingController {
  constructor(@Inject(REMOTE) private readonly remote: ClientProxy) {}

  @Get('rethrown/:name')
  rethrown(@Param('name') name: string): Promise<unknown> {
    return lastValueFrom(this.remote.send(REMOTE_PATTERN, name));
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

/** Holds what an application answers that asked another service, whatever is between the two. */
export function describeRemote(
  name: string,
  start: (metadata: ModuleMetadata) => Promise<RunningService>,
): void {
  describe.each(PLATFORMS)(`a service on %s that asks another over ${name}`, (platform) => {
    const logger = recordingLogger();
    let remote: RunningService;
    let running: RunningApp;

    beforeAll(async () => {
      remote = await start({ imports: [AuthOsErrorsModule], controllers: [PlansController] });
      running = await startApp(platform, {
        imports: [AuthOsErrorsModule.forRoot({ logger })],
        controllers: [AskingController],
        providers: [{ provide: REMOTE, useValue: remote.client }],
      });
    });

    afterAll(async () => {
      await running.app.close();
      await remote.close();
    });

    beforeEach(() => {
      (logger.lines as unknown[]).length = 0;
    });

    describe.each(['rethrown', 'wrapped'])('and has its answer %s', (how) => {
      it.each([
        ['missing', 404, 'NOT_FOUND', 'There is no plan gold.', null],
        ['pending', 400, 'DEVICE_CODE_PENDING', 'Approve the sign-in.', '5'],
      ])('passes on the words of %s', async (fault, status, code, error, retryAfter) => {
        const response = await fetch(`${running.url}/${how}/${fault}`);
        expect([response.status, response.headers.get('retry-after')]).toEqual([
          status,
          retryAfter,
        ]);
        expect(await response.json()).toEqual({
          error,
          error_code: code,
          timestamp: expect.stringMatching(/Z$/),
        });
        const line = `${status} ${code} GET /${how}/${fault}: remote ${code}: ${error}`;
        expect(logger.lines).toEqual([['debug', expect.stringContaining(line)]]);
      });

      it('passes on the code of a failure of its own, and no text', async () => {
        const response = await fetch(`${running.url}/${how}/billing`);
        const body = await response.text();
        expect(response.status).toBe(500);
        expect(JSON.parse(body)).toMatchObject({ error_code: 'BILLING_ERROR' });
        expect(body).not.toContain(SECRET);
        const line = `500 BILLING_ERROR GET /${how}/billing: remote BILLING_ERROR`;
        expect(logger.lines.map(([level, text]) => [level, text])).toEqual([
          ['error', expect.stringContaining(line)],
        ]);
      });
    });
  });
}
