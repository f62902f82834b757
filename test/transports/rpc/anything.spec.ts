import { Controller } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { AuthOsErrorsModule, isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
import { lastValueFrom } from 'rxjs';
import { ALL_VALUES, ArbitraryValues } from '../arbitrary-values.js';
import { startTcp } from './tcp.js';

describe('whatever a handler throws', () => {
  const values = new ArbitraryValues();

  @Controller()
  class AnythingController {
    @MessagePattern('thrown')
    thrown(index: number): never {
      return values.throw(index);
    }
  }

  it(`is answered with one envelope, for ${ALL_VALUES} values`, async () => {
    const logger = { log() {}, warn() {}, error() {} };
    const service = await startTcp({
      imports: [AuthOsErrorsModule.forRoot({ logger })],
      controllers: [AnythingController],
    });
    const ask = (index: number): Promise<unknown> =>
      lastValueFrom(service.client.send<unknown>('thrown', index)).catch((error: unknown) => error);
    const all = values.throwAll(ask, isAuthOsErrorEnvelope);
    expect(await all).toBe('answered');
    await service.close();
  }, 300_000);
});
