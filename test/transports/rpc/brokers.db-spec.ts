import { randomUUID } from 'node:crypto';
import { Controller, Get, type ModuleMetadata } from '@nestjs/common';
import {
  type ClientOptions,
  type ClientProxy,
  ClientProxyFactory,
  type MicroserviceOptions,
  Transport,
} from '@nestjs/microservices';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { lastValueFrom, type Observable, timeout } from 'rxjs';
import { MQTT_URL, NATS_URL, RABBITMQ_URL } from '../../support/broker-urls.js';
import { recordingLogger } from '../../support/recording-logger.js';
import { refusingPort } from '../../support/servers/loopback.server.js';
import { startApp } from '../../support/start-app.js';
import { describeMicroservice, EVENT, PlansController, THROWN } from './describe-microservice.js';
import { describeRemote } from './describe-remote.js';
import { listeningService, type RunningService, withClient } from './service.js';

const { REDIS_URL = 'redis://127.0.0.1:6379' } = process.env;

const { hostname: host, port } = new URL(REDIS_URL);

const rabbitMq = (options: object = {}): MicroserviceOptions => ({
  transport: Transport.RMQ,
  options: {
    urls: [RABBITMQ_URL],
    queue: `plans-${randomUUID()}`,
    queueOptions: { durable: false, autoDelete: true },
    ...options,
  },
});

const BROKERS: Readonly<Record<string, MicroserviceOptions>> = {
  Redis: { transport: Transport.REDIS, options: { host, port: Number(port) } },
  NATS: { transport: Transport.NATS, options: { servers: [NATS_URL] } },
  RabbitMQ: rabbitMq(),
  MQTT: { transport: Transport.MQTT, options: { url: MQTT_URL } },
};

async function start(
  options: MicroserviceOptions,
  metadata: ModuleMetadata,
): Promise<RunningService> {
  const app = await listeningService(options, metadata);
  const running = withClient(app, clientOf(options as ClientOptions));
  await running.client.connect();
  return running;
}

/** The client of RabbitMQ takes its answers without acknowledging them. */
function clientOf({ transport, options }: ClientOptions): ClientOptions {
  return { transport, options: { ...options, noAck: true } } as ClientOptions;
}

for (const [name, options] of Object.entries(BROKERS)) {
  describeMicroservice(name, (metadata) => start(options, metadata));
  describeRemote(name, (metadata) => start(options, metadata));
}

describe('a service that nobody answers', () => {
  const nobody = `nobody-${randomUUID()}`;
  const ask = async (client: ClientProxy, patience = 10_000) => {
    @Controller()
    class AskingController {
      @Get()
      ask(): Observable<unknown> {
        return client.send(nobody, 'gold').pipe(timeout(patience));
      }
    }
    const running = await startApp('express', {
      imports: [AuthOsErrorsModule],
      controllers: [AskingController],
    });
    const response = await fetch(running.url);
    await running.app.close();
    await client.close();
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const IO_ERROR = {
    status: 500,
    body: {
      error: 'A file system or network operation failed.',
      error_code: 'IO_ERROR',
      timestamp: expect.stringMatching(/Z$/),
    },
  };

  it('answers IO_ERROR at once over NATS, which knows that nobody listens', async () => {
    const client = ClientProxyFactory.create(BROKERS.NATS as ClientOptions);
    expect(await ask(client)).toEqual(IO_ERROR);
  });

  it.each(['Redis', 'RabbitMQ', 'MQTT'])(
    'answers IO_ERROR over %s once its patience is over',
    async (name) => {
      const client = ClientProxyFactory.create(clientOf(BROKERS[name] as ClientOptions));
      expect(await ask(client, 100)).toEqual(IO_ERROR);
    },
  );

  it.each<[string, (address: string) => ClientOptions]>([
    ['NATS', (at) => ({ transport: Transport.NATS, options: { servers: `nats://${at}` } })],
    ['MQTT', (at) => ({ transport: Transport.MQTT, options: { url: `mqtt://${at}` } })],
    ['RabbitMQ', (at) => ({ transport: Transport.RMQ, options: { urls: [`amqp://${at}`] } })],
  ])('answers IO_ERROR where %s itself is down', async (_name, options) => {
    const client = ClientProxyFactory.create(options(`127.0.0.1:${await refusingPort()}`));
    expect(await ask(client, 1_000)).toEqual(IO_ERROR);
  });

  it('answers DATABASE_ERROR where Redis itself is down, as with any client of Redis', async () => {
    const options = { host: '127.0.0.1', port: await refusingPort() };
    const client = ClientProxyFactory.create({ transport: Transport.REDIS, options });
    expect(await ask(client, 1_000)).toEqual({
      status: 500,
      body: {
        ...IO_ERROR.body,
        error: 'A database operation failed.',
        error_code: 'DATABASE_ERROR',
      },
    });
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
    const authos = AuthOsErrorsModule.forRoot({
      logger: recordingLogger(),
      failedMessages: { rmq },
      onError: ({ code }) => {
        if (seen.push(code) === deliveries) heard();
      },
    });
    const running = await start(rabbitMq({ noAck: false, prefetchCount: 1 }), {
      imports: [authos],
      controllers: [PlansController],
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
