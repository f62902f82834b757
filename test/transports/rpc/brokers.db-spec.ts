import { randomUUID } from 'node:crypto';
import { Controller, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type ClientOptions,
  type ClientProxy,
  ClientProxyFactory,
  EventPattern,
  MessagePattern,
  type MicroserviceOptions,
  Payload,
  Transport,
} from '@nestjs/microservices';
import { AUTHOS_ERRORS, AuthOsErrorsModule, type AuthOsErrorsOptions } from 'nestjs-authos-errors';
import { concat, lastValueFrom, materialize, type Observable, of, throwError, toArray } from 'rxjs';
import { recordingLogger } from '../../support/recording-logger.js';
import { envelope } from '../envelope.js';
import { THROWN_VALUES } from '../thrown-values.js';

const {
  REDIS_URL = 'redis://127.0.0.1:6379',
  NATS_URL = 'nats://127.0.0.1:4222',
  RABBITMQ_URL = 'amqp://127.0.0.1:5672',
  MQTT_URL = 'mqtt://127.0.0.1:1883',
} = process.env;

/** Patterns of this run alone: the brokers are shared. */
const RUN = randomUUID();
const THROWN = `thrown-${RUN}`;
const MIDWAY = `midway-${RUN}`;
const EVENT = `event-${RUN}`;

function valueOf(name: string): unknown {
  return THROWN_VALUES.find((row) => row.name === name)!.thrown();
}

@Controller()
class PlansController {
  @MessagePattern(THROWN)
  thrown(@Payload() name: string): never {
    throw valueOf(name);
  }

  @MessagePattern(MIDWAY)
  midway(@Payload() name: string): Observable<number> {
    return concat(
      of(1, 2),
      throwError(() => valueOf(name)),
    );
  }

  @EventPattern<string>(EVENT)
  event(@Payload() name: string): never {
    throw valueOf(name);
  }
}

const rabbitMq = (options: object = {}) => ({
  transport: Transport.RMQ,
  options: {
    urls: [RABBITMQ_URL],
    queue: `plans-${randomUUID()}`,
    queueOptions: { durable: false, autoDelete: true },
    ...options,
  },
});

const { hostname: host, port } = new URL(REDIS_URL);
const BROKERS = [
  { name: 'Redis', options: { transport: Transport.REDIS, options: { host, port: Number(port) } } },
  { name: 'NATS', options: { transport: Transport.NATS, options: { servers: [NATS_URL] } } },
  { name: 'RabbitMQ', options: rabbitMq() },
  { name: 'MQTT', options: { transport: Transport.MQTT, options: { url: MQTT_URL } } },
];

interface Running {
  readonly app: INestMicroservice;
  readonly client: ClientProxy;
  close(): Promise<void>;
}

async function start(options: object, authos: AuthOsErrorsOptions): Promise<Running> {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(
    {
      module: class AppModule {},
      imports: [AuthOsErrorsModule.forRoot(authos)],
      controllers: [PlansController],
    },
    { ...(options as MicroserviceOptions), logger: false },
  );
  await app.listen();
  const client = ClientProxyFactory.create(clientOf(options as ClientOptions));
  await client.connect();
  return {
    app,
    client,
    async close() {
      await client.close();
      await app.close();
    },
  };
}

/** The client of RabbitMQ takes its answers without acknowledging them. */
function clientOf({ transport, options }: ClientOptions): ClientOptions {
  return { transport, options: { ...options, noAck: true } } as ClientOptions;
}

describe.each(BROKERS)('a microservice over $name', ({ options }) => {
  const logger = recordingLogger();
  let reported = (): void => {};
  let running: Running;

  beforeAll(async () => {
    running = await start(options, { logger, onError: () => reported() });
  });

  afterAll(() => running.close());

  beforeEach(() => {
    (logger.lines as unknown[]).length = 0;
  });

  describe.each([
    [THROWN, []],
    [MIDWAY, [1, 2]],
  ])('answers a request for %s', (pattern, values) => {
    it.each(THROWN_VALUES)('$name', async ({ name, code, text, retryAfter }) => {
      const answer = running.client.send<number>(pattern, name).pipe(materialize(), toArray());
      expect(await lastValueFrom(answer)).toMatchObject([
        ...values.map((value) => ({ kind: 'N', value })),
        {
          kind: 'E',
          error: {
            ...envelope(code, text),
            ...(retryAfter !== undefined && { retry_after: retryAfter }),
          },
        },
      ]);
      expect(logger.lines.map(([, line]) => line)).toEqual([
        expect.stringContaining(`${AUTHOS_ERRORS[code].status} ${code} RPC ${pattern}: `),
      ]);
    });
  });

  it.each(THROWN_VALUES)('logs an event at warn or above: $name', async ({ name, code }) => {
    const heard = new Promise<void>((resolve) => (reported = resolve));
    await lastValueFrom(running.client.emit(EVENT, name), { defaultValue: undefined });
    await heard;
    const { status } = AUTHOS_ERRORS[code];
    expect(logger.lines.map(([level, line]) => [level, line])).toEqual([
      [
        status < 500 ? 'warn' : 'error',
        expect.stringContaining(`${status} ${code} RPC ${EVENT}: `),
      ],
    ]);
  });
});

describe('a message of RabbitMQ that failed, of a consumer that takes one at a time', () => {
  it.each([
    ['is dropped', 'nack', 2],
    ['is delivered once more and then dropped', 'requeue', 4],
  ] as const)('%s with failedMessages: %s', async (_how, rmq, deliveries) => {
    const seen: unknown[] = [];
    let heard = (): void => {};
    const all = new Promise<void>((resolve) => (heard = resolve));
    const running = await start(rabbitMq({ noAck: false, prefetchCount: 1 }), {
      logger: recordingLogger(),
      failedMessages: { rmq },
      onError: ({ code }) => {
        if (seen.push(code) === deliveries) heard();
      },
    });
    for (const name of ['a 404', 'a TypeError']) {
      await lastValueFrom(running.client.emit(EVENT, name), { defaultValue: undefined });
    }
    await all;
    // The request waits behind what is not acknowledged.
    const answer = lastValueFrom(running.client.send(THROWN, 'a 403'));
    await expect(answer).rejects.toMatchObject({ error_code: 'FORBIDDEN' });
    for (const code of ['NOT_FOUND', 'INTERNAL_SERVER_ERROR']) {
      expect(seen.filter((other) => other === code)).toHaveLength(deliveries / 2);
    }
    await running.close();
  });
});
