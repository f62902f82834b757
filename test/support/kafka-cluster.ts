import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface KafkaCluster {
  /** Where its one broker listens. */
  readonly broker: string;
  stop(): Promise<void>;
}

/**
 * A cluster of librdkafka, in memory: kcat makes one for itself and keeps it for as long as its input is open. Topics
 * come into being when something is sent to them.
 */
export async function startKafkaCluster(): Promise<KafkaCluster> {
  const args = ['-P', '-t', 'none', '-b', 'none', '-X', 'test.mock.num.brokers=1', '-d', 'mock'];
  const kcat = spawn('kcat', args, { stdio: ['pipe', 'ignore', 'pipe'] });
  const failed = once(kcat, 'error').then(([cause]) => {
    throw new Error('The tests of Kafka need kcat (apt-get install kcat).', { cause });
  });
  const broker = await Promise.race([brokerOf(kcat), failed]);
  return {
    broker,
    async stop() {
      const closed = once(kcat, 'close');
      kcat.kill('SIGKILL'); // By SIGTERM it would first read its input to the end.
      await closed;
    },
  };
}

async function brokerOf(kcat: ChildProcess): Promise<string> {
  const lines = createInterface(kcat.stderr!);
  return new Promise((resolve) => {
    // What comes after is read, too: a full pipe would stop kcat.
    lines.on('line', (line) => {
      const broker = /bootstrap\.servers=(127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (broker) resolve(broker);
    });
  });
}
