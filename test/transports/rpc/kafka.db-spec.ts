import { jest } from '@jest/globals';
import { Controller, type ModuleMetadata } from '@nestjs/common';
import {
  ClientKafka,
  EventPattern,
  KafkaRetriableException,
  MessagePattern,
  type MicroserviceOptions,
  Payload,
  Transport,
} from '@nestjs/microservices';
import { type KafkaConfig, logLevel } from 'kafkajs';
import { AuthOsErrorsModule, type AuthOsErrorsOptions } from 'nestjs-authos-errors';
import { lastValueFrom } from 'rxjs';
import { startKafkaCluster } from '../../support/kafka-cluster.js';
import { recordingLogger } from '../../support/recording-logger.js';
import { thrownNamed } from '../thrown-values.js';
import { describeMicroservice, EVENT, MIDWAY, REJECTED, THROWN } from './describe-microservice.js';
import { describeRemote, REMOTE_PATTERN } from './describe-remote.js';
import { listeningService, type RunningService, withClient } from './service.js';

/** It takes seconds to join a group. */
const PATIENCE = 60_000;

@Controller()
class PlansController {
  /** How often each request for another delivery was handled. */
  static deliveries = 0;

  @MessagePattern('again')
  again(): string {
    if (++PlansController.deliveries < 3) throw new KafkaRetriableException('later');
    return 'done';
  }

  @EventPattern('event')
  event(@Payload() name: string): void {
    throw thrownNamed(name);
  }
}

/** A service with a cluster of its own: what is left in one would be delivered to the next. */
async function startService(
  metadata: ModuleMetadata,
  requests: readonly (string | object)[],
  event = 'event',
): Promise<RunningService> {
  const cluster = await startKafkaCluster();
  const client = { brokers: [cluster.broker], logLevel: logLevel.NOTHING };
  const kafka = {
    client,
    consumer: {
      groupId: 'plans',
      maxWaitTimeInMs: 100,
      retry: { retries: 2, initialRetryTime: 10 },
    },
    subscribe: { fromBeginning: true },
  };
  const topics = requests.map((pattern) =>
    typeof pattern === 'string' ? pattern : JSON.stringify(pattern),
  );
  await createTopics(client, [event, ...topics, ...topics.map((topic) => `${topic}.reply`)]);
  const app = await listeningService(
    { transport: Transport.KAFKA, options: kafka } as MicroserviceOptions,
    metadata,
  );
  const running = withClient(app, {
    transport: Transport.KAFKA,
    options: {
      client,
      producerOnlyMode: requests.length === 0,
      consumer: { groupId: 'asking', maxWaitTimeInMs: 100 },
    },
  });
  const asking = running.client as unknown as ClientKafka;
  for (const pattern of requests) asking.subscribeToResponseOf(pattern);
  await asking.connect();
  return {
    ...running,
    async close() {
      await running.close();
      await cluster.stop();
    },
  };
}

/** Nobody can listen to a topic that is not there yet. */
async function createTopics(client: KafkaConfig, topics: readonly string[]): Promise<void> {
  const sender = new ClientKafka({ client, producerOnlyMode: true });
  await sender.connect();
  await sender.producer.sendBatch({
    topicMessages: topics.map((topic) => ({ topic, messages: [] })),
  });
  await sender.close();
}

const plans = (options: AuthOsErrorsOptions): ModuleMetadata => ({
  imports: [AuthOsErrorsModule.forRoot(options)],
  controllers: [PlansController],
});

jest.setTimeout(PATIENCE);

describeMicroservice('Kafka', (metadata) =>
  startService(metadata, [THROWN, REJECTED, MIDWAY], EVENT),
);
describeRemote('Kafka', (metadata) => startService(metadata, [REMOTE_PATTERN]));

it('KafkaRetriableException of a request reaches the driver, which delivers the message again', async () => {
  const running = await startService(plans({ logger: recordingLogger() }), ['again']);
  const answer = await lastValueFrom(running.client.send('again', ''));
  await running.close();
  expect([answer, PlansController.deliveries]).toEqual(['done', 3]);
});

describe('an event of Kafka that fails', () => {
  /** Emits events one after the other, and gives the first lines that are logged of them. */
  async function linesOf(options: AuthOsErrorsOptions, names: readonly string[], count: number) {
    let heard = (): void => {};
    const all = new Promise<void>((resolve) => (heard = resolve));
    const logger = recordingLogger();
    let rest = count;
    const onError = (): void => {
      rest -= 1;
      if (rest === 0) heard();
    };
    const running = await startService(plans({ ...options, logger, onError }), []);
    for (const value of names) {
      const sent = running.client.emit('event', { key: 'one partition', value });
      await lastValueFrom(sent, { defaultValue: undefined });
    }
    await all;
    await running.close();
    const [, ...lines] = logger.lines; // without the one at boot
    return lines.slice(0, count).map(([level, line]) => [level, line]);
  }

  const unknown = ['error', expect.stringContaining('500 INTERNAL_SERVER_ERROR RPC event: ')];
  const missing = ['warn', expect.stringContaining('404 NOT_FOUND RPC event: ')];

  it.each([
    ['is tried again by default', undefined, ['a 404', 'a TypeError'], [missing, missing]],
    ['gives way to the next with skip', 'skip', ['a TypeError', 'a 404'], [unknown, missing]],
    [
      'is tried again with skip-4xx, unless its code is a 4xx',
      'skip-4xx',
      ['a 404', 'a TypeError'],
      [missing, unknown, unknown],
    ],
  ] as const)('%s', async (_how, kafka, names, lines) => {
    const options = { failedMessages: { kafka } };
    expect(await linesOf(options, names, lines.length)).toEqual(lines);
  });
});
