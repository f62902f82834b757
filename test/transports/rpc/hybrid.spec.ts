import { Controller, Get, NotFoundException } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { lastValueFrom } from 'rxjs';
import { recordingLogger } from '../../support/recording-logger.js';
import { startHybrid } from './tcp.js';

@Controller()
class PlansController {
  @Get('plans')
  @MessagePattern('plans')
  gold(): never {
    throw new NotFoundException('There is no plan gold.');
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
