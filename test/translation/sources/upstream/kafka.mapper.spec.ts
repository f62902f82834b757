import { Kafka, type KafkaConfig, KafkaJSProtocolError, logLevel } from 'kafkajs';
import { expectFailure, SECRET } from '../../../support/expect-failure.js';
import {
  type LoopbackServer,
  refusingPort,
  startTcpServer,
} from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { expectUpstreamFailure } from './expect-upstream.js';

describe('kafkajs', () => {
  let silent: LoopbackServer;

  beforeAll(async () => {
    silent = await startTcpServer(() => {});
  });

  afterAll(() => silent.stop());

  const producerOf = (port: number, config: Partial<KafkaConfig> = {}) =>
    new Kafka({
      brokers: [`127.0.0.1:${port}`],
      logLevel: logLevel.NOTHING,
      retry: { retries: 0 },
      ...config,
    }).producer();

  it('whose broker refuses the connection is IO_ERROR', async () => {
    const producer = producerOf(await refusingPort());
    expectFailure(await thrownBy(() => producer.connect()), 'IO_ERROR');
  });

  it('whose broker does not answer is IO_ERROR', async () => {
    const producer = producerOf(silent.port, { requestTimeout: 50 });
    expectFailure(await thrownBy(() => producer.connect()), 'IO_ERROR');
  });

  it('that is not connected is IO_ERROR', async () => {
    const message = { topic: SECRET, messages: [{ value: SECRET }] };
    expectFailure(await thrownBy(() => producerOf(silent.port).send(message)), 'IO_ERROR');
  });

  it('that is called wrongly is the fault of this server', async () => {
    const error = await thrownBy(() => producerOf(silent.port).send({} as never));
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });

  it.each([
    [true, 'LEADER_NOT_AVAILABLE', 'IO_ERROR'],
    [false, 'TOPIC_AUTHORIZATION_FAILED', 'INTERNAL_SERVER_ERROR'],
  ] as const)(
    'whose broker answers, retriable: %s, with %s is %s (constructed)',
    (retriable, type, code) => {
      const answer = { message: SECRET, type, code: 5, retriable };
      expectUpstreamFailure(new KafkaJSProtocolError(answer as never), code);
    },
  );

  it('is not what an error that may be tried again comes from', () => {
    const error = Object.assign(new Error('x'), { retriable: true });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
