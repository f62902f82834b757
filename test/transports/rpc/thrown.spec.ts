import { Controller, type INestMicroservice } from '@nestjs/common';
import { type ClientProxy, EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import { AUTHOS_ERRORS, AuthOsErrorsModule } from 'nestjs-authos-errors';
import { concat, lastValueFrom, materialize, type Observable, of, throwError, toArray } from 'rxjs';
import { recordingLogger } from '../../support/recording-logger.js';
import { THROWN_VALUES } from '../thrown-values.js';
import { type RunningTcp, startTcp } from './tcp.js';

function valueOf(name: string): unknown {
  return THROWN_VALUES.find((row) => row.name === name)!.thrown();
}

@Controller()
class PlansController {
  @MessagePattern('thrown')
  thrown(@Payload() name: string): never {
    throw valueOf(name);
  }

  @MessagePattern({ cmd: 'rejected' })
  async rejected(@Payload() name: string): Promise<never> {
    throw valueOf(name);
  }

  @MessagePattern('midway')
  midway(@Payload() name: string): Observable<number> {
    return concat(
      of(1, 2),
      throwError(() => valueOf(name)),
    );
  }

  @EventPattern<string>('event')
  event(@Payload() name: string): never {
    throw valueOf(name);
  }
}

describe('a microservice over TCP', () => {
  const logger = recordingLogger();
  let running: RunningTcp<INestMicroservice>;
  let client: ClientProxy;
  let reported: (() => void) | undefined;

  beforeAll(async () => {
    running = await startTcp({
      imports: [AuthOsErrorsModule.forRoot({ logger, onError: () => reported?.() })],
      controllers: [PlansController],
    });
    ({ client } = running);
  });

  afterAll(() => running.close());

  beforeEach(() => {
    (logger.lines as unknown[]).length = 0;
  });

  describe.each([
    ['thrown', 'thrown', []],
    ['rejected', { cmd: 'rejected' }, []],
    ['after two values', 'midway', [1, 2]],
  ])('answers a request: %s', (_how, pattern, values) => {
    it.each(THROWN_VALUES)('$name', async ({ name, code, text, retryAfter }) => {
      const answer = client.send<number>(pattern, name).pipe(materialize(), toArray());
      expect(await lastValueFrom(answer)).toMatchObject([
        ...values.map((value) => ({ kind: 'N', value })),
        { kind: 'E' },
      ]);
      const { error } = (await lastValueFrom(answer)).at(-1) as { error: unknown };
      expect(error).toEqual({
        error: text,
        error_code: code,
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        ...(retryAfter !== undefined && { retry_after: retryAfter }),
      });
      const place = typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
      const line = `${AUTHOS_ERRORS[code].status} ${code} RPC ${place}: `;
      expect(logger.lines.map(([, written]) => written)).toEqual([
        expect.stringContaining(line),
        expect.stringContaining(line),
      ]);
    });
  });

  it.each(THROWN_VALUES)(
    'logs an event that nobody is answered for, at warn or above: $name',
    async ({ name, code }) => {
      const heard = new Promise<void>((resolve) => (reported = resolve));
      await lastValueFrom(client.emit('event', name), { defaultValue: undefined });
      await heard;
      const { status } = AUTHOS_ERRORS[code];
      expect(logger.lines.map(([level, line]) => [level, line])).toEqual([
        [status < 500 ? 'warn' : 'error', expect.stringContaining(`${status} ${code} RPC event: `)],
      ]);
    },
  );
});
