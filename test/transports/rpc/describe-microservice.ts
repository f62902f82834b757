import { randomUUID } from 'node:crypto';
import { Controller, type ModuleMetadata } from '@nestjs/common';
import { EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import { AUTHOS_ERRORS, AuthOsErrorsModule } from 'nestjs-authos-errors';
import { concat, lastValueFrom, materialize, type Observable, of, throwError, toArray } from 'rxjs';
import { recordingLogger } from '../../support/recording-logger.js';
import { payloadOf } from '../envelope.js';
import { THROWN_VALUES, thrownNamed } from '../thrown-values.js';
import type { RunningService } from './service.js';

/** Patterns of this run alone, as brokers are shared. */
const RUN = randomUUID();
export const THROWN = `thrown-${RUN}`;
export const EVENT = `event-${RUN}`;
export const REJECTED = { cmd: `rejected-${RUN}` };
export const MIDWAY = `midway-${RUN}`;

/** Fails with the values of the table that messages name. */
@Controller()
export class PlansController {
  @MessagePattern(THROWN)
  thrown(@Payload() name: string): never {
    throw thrownNamed(name);
  }

  @MessagePattern(REJECTED)
  async rejected(@Payload() name: string): Promise<never> {
    throw thrownNamed(name);
  }

  @MessagePattern(MIDWAY)
  midway(@Payload() name: string): Observable<string> {
    return concat(
      of('bronze', 'silver'),
      throwError(() => thrownNamed(name)),
    );
  }

  @EventPattern<string>(EVENT)
  event(@Payload() name: string): never {
    throw thrownNamed(name);
  }
}

/** Holds the answers of a microservice to the table, whatever it listens to. */
export function describeMicroservice(
  name: string,
  start: (metadata: ModuleMetadata) => Promise<RunningService>,
): void {
  describe(`a microservice over ${name}`, () => {
    const logger = recordingLogger();
    // Kafka would deliver an event that failed once more, and hold up the next.
    const failedMessages = { kafka: 'skip' } as const;
    let reported = (): void => {};
    let running: RunningService;

    beforeAll(async () => {
      running = await start({
        imports: [
          AuthOsErrorsModule.forRoot({ logger, onError: () => reported(), failedMessages }),
        ],
        controllers: [PlansController],
      });
    });

    afterAll(() => running.close());

    beforeEach(() => {
      (logger.lines as unknown[]).length = 0;
    });

    describe.each([
      ['thrown', THROWN, []],
      ['rejected', REJECTED, []],
      ['after two values', MIDWAY, ['bronze', 'silver']],
    ])('answers a request: %s', (_how, pattern, values) => {
      it.each(THROWN_VALUES)('$name', async (row) => {
        const answer = running.client.send<string>(pattern, row.name);
        const parts = await lastValueFrom(answer.pipe(materialize(), toArray()));
        expect(parts.map(({ kind, value, error }) => ({ kind, value, error }))).toEqual([
          ...values.map((value) => ({ kind: 'N', value })),
          { kind: 'E', error: payloadOf(row) },
        ]);
        const place = typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
        expect(logger.lines.map(([, line]) => line)).toEqual([
          expect.stringContaining(`${AUTHOS_ERRORS[row.code].status} ${row.code} RPC ${place}: `),
        ]);
      });
    });

    it.each(THROWN_VALUES)(
      'logs an event that nobody is answered for, at warn or above: $name',
      async (row) => {
        const heard = new Promise<void>((resolve) => (reported = resolve));
        await lastValueFrom(running.client.emit(EVENT, row.name), { defaultValue: undefined });
        await heard;
        const { status } = AUTHOS_ERRORS[row.code];
        expect(logger.lines.map(([level, line]) => [level, line])).toEqual([
          [
            status < 500 ? 'warn' : 'error',
            expect.stringContaining(`${status} ${row.code} RPC ${EVENT}: `),
          ],
        ]);
      },
    );
  });
}
