import { Controller } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { AuthOsErrorsModule, isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
import { lastValueFrom } from 'rxjs';
import { ArbitraryValues } from '../arbitrary-values.js';
import { type RunningService } from './service.js';
import { startTcp } from './tcp.js';

const values = new ArbitraryValues();

@Controller()
class AnythingController {
  @MessagePattern('thrown')
  thrown(index: number): never {
    return values.throw(index);
  }
}

describe('whatever a handler throws', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startTcp({
      imports: [AuthOsErrorsModule.forRoot({ logger: { log() {}, warn() {}, error() {} } })],
      controllers: [AnythingController],
    });
  });

  afterAll(() => service.close());

  const ask = (index: number): Promise<unknown> =>
    lastValueFrom(service.client.send<unknown>('thrown', index)).catch((error: unknown) => error);

  values.itAnswers('is answered with one envelope', ask, isAuthOsErrorEnvelope);
});
