import { Redis as Upstash } from '@upstash/redis';
import { Redis as IORedis } from 'ioredis';
import {
  ConnectionTimeoutError,
  createClient,
  createCluster,
  ErrorReply,
  type RedisClientOptions,
} from 'redis';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import {
  type LoopbackServer,
  refusingPort,
  startTcpServer,
} from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { Redlock4 } from './redlocks.js';
import { cut, html, json, never, thrownAt } from './store-stub.js';

/** A Redis that knows no HELLO, and that answers every other command with one line, or not at all. */
function startRedis(answer: string | undefined): Promise<LoopbackServer> {
  return startTcpServer((socket) => {
    socket.on('data', (data) => {
      for (const [, command] of String(data).matchAll(/\*\d+\r\n\$\d+\r\n(\w+)/g)) {
        if (command === 'CLIENT') socket.write('+OK\r\n');
        else if (answer !== undefined) socket.write(answer);
      }
    });
  });
}

function clientOf(port: number, options: RedisClientOptions = {}) {
  const socket = { host: '127.0.0.1', port, reconnectStrategy: false as const };
  return createClient({ socket, ...options }).on('error', () => {});
}

type Client = ReturnType<typeof clientOf>;

async function thrownByRedis(
  answer: string | undefined,
  call: (client: Client) => unknown,
  options?: RedisClientOptions,
): Promise<unknown> {
  const server = await startRedis(answer);
  const client = clientOf(server.port, options);
  await client.connect();
  const error = await thrownBy(() => call(client));
  if (client.isOpen) client.destroy();
  await server.stop();
  return error;
}

describe('redis', () => {
  it.each(['WRONGTYPE', 'NOAUTH', 'READONLY', 'OOM', 'CLUSTERDOWN', 'ERR'])(
    'that the server answers with %s is DATABASE_ERROR',
    async (code) => {
      const call = (client: Client) => client.set(SECRET, SECRET);
      const error = await thrownByRedis(`-${code} of ${SECRET}\r\n`, call);
      expect(error).toBeInstanceOf(ErrorReply);
      expectFailureWithSecret(error, 'DATABASE_ERROR');
    },
  );

  it('whose connection is cut is DATABASE_ERROR', async () => {
    const server = await startRedis(undefined);
    const client = clientOf(server.port);
    await client.connect();
    const failing = thrownBy(() => client.get(SECRET));
    await server.stop();
    expectFailure(await failing, 'DATABASE_ERROR');
  });

  it('that is closed while it waits is DATABASE_ERROR', async () => {
    const call = (client: Client) => {
      const waiting = client.get(SECRET);
      client.destroy();
      return waiting;
    };
    expectFailure(await thrownByRedis(undefined, call), 'DATABASE_ERROR');
  });

  it('that is closed is DATABASE_ERROR', async () => {
    const client = clientOf(await refusingPort());
    expectFailure(await thrownBy(() => client.get(SECRET)), 'DATABASE_ERROR');
  });

  it('that is offline without a queue is DATABASE_ERROR', async () => {
    const client = clientOf(await refusingPort(), { disableOfflineQueue: true });
    const connecting = thrownBy(() => client.connect());
    const error = await thrownBy(() => client.get(SECRET));
    await connecting;
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('whose queue is full is DATABASE_ERROR', async () => {
    const call = async (client: Client) => {
      const waiting = thrownBy(() => client.get(SECRET));
      const error = await thrownBy(() => client.get(SECRET));
      client.destroy();
      await waiting;
      throw error as Error;
    };
    const error = await thrownByRedis(undefined, call, { commandsQueueMaxLength: 1 });
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('whose command is aborted is DATABASE_ERROR', async () => {
    const call = (client: Client) => client.withAbortSignal(AbortSignal.abort()).get(SECRET);
    expectFailure(await thrownByRedis(undefined, call), 'DATABASE_ERROR');
  });

  it('that is connected twice is DATABASE_ERROR', async () => {
    expectFailure(await thrownByRedis(undefined, (client) => client.connect()), 'DATABASE_ERROR');
  });

  it('that does not connect in time is DATABASE_ERROR (constructed)', () => {
    expectFailure(new ConnectionTimeoutError(), 'DATABASE_ERROR');
  });

  it('that is silent for too long is DATABASE_ERROR', async () => {
    const server = await startRedis(undefined);
    const { port } = server;
    const socket = {
      host: '127.0.0.1',
      port,
      socketTimeout: 50,
      reconnectStrategy: false as const,
    };
    const client = createClient({ socket });
    const silent = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    const waiting = thrownBy(() => client.get(SECRET));
    const error = await silent;
    const thrown = await waiting;
    await server.stop();
    expectFailure(error, 'DATABASE_ERROR');
    expectFailure(thrown, 'DATABASE_ERROR');
  });

  it('whose pool is busy for too long is DATABASE_ERROR', async () => {
    const server = await startRedis(undefined);
    const options = { minimum: 1, maximum: 1, acquireTimeout: 20 };
    const pool = clientOf(server.port)
      .createPool(options)
      .on('error', () => {});
    await pool.connect();
    const waiting = thrownBy(() => pool.get(SECRET));
    const error = await thrownBy(() => pool.get(SECRET));
    pool.destroy();
    await waiting;
    await server.stop();
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('of a cluster that is nowhere is DATABASE_ERROR', async () => {
    const url = `redis://ada:${SECRET}@127.0.0.1:${await refusingPort()}`;
    const defaults = { socket: { reconnectStrategy: false as const } };
    const cluster = createCluster({ rootNodes: [{ url }], defaults }).on('error', () => {});
    const error = await thrownBy(() => cluster.connect());
    cluster.destroy();
    expectFailure(error, 'DATABASE_ERROR');
  });

  // What Node says of a connection comes as it is, without a word of Redis.
  it('that refuses the connection is IO_ERROR', async () => {
    const client = clientOf(await refusingPort(), { password: SECRET });
    expectFailure(await thrownBy(() => client.connect()), 'IO_ERROR');
  });
});

describe('redlock', () => {
  it('that reaches no Redis is DATABASE_ERROR', async () => {
    const port = await refusingPort();
    const redis = new IORedis({ host: '127.0.0.1', port, retryStrategy: () => null });
    redis.on('error', () => {});
    const locks = new Redlock4([redis], { retryCount: 0 });
    const error = await thrownBy(() => locks.lock(SECRET, 1000));
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });
});

describe('Upstash Redis', () => {
  const redisOf = (url: string, options: object = {}) =>
    new Upstash({ url, token: SECRET, retry: false, enableTelemetry: false, ...options });
  const get = (url: string) => redisOf(url).get(SECRET);

  it.each([
    [400, 'WRONGTYPE Operation against a key holding the wrong kind of value'],
    [401, 'WRONGPASS invalid or missing auth token'],
    [429, 'ERR max requests limit exceeded. Limit: 500000, Usage: 500001'],
    [500, 'ERR Internal error'],
  ])('that answers %d %s is DATABASE_ERROR, and the command stays', async (status, error) => {
    expectFailureWithSecret(await thrownAt(json(status, { error }), get), 'DATABASE_ERROR');
  });

  it('whose command of several fails is DATABASE_ERROR', async () => {
    const answer = json(200, [{ result: 'OK' }, { error: `ERR ${SECRET}` }]);
    const call = (url: string) => redisOf(url).pipeline().set('a', 1).get(SECRET).exec();
    expectFailureWithSecret(await thrownAt(answer, call), 'DATABASE_ERROR');
  });

  it.each([200, 502])('whose proxy answers %d in HTML is DATABASE_ERROR', async (status) => {
    expectFailureWithSecret(await thrownAt(html(status), get), 'DATABASE_ERROR');
  });

  it('with another kind of URL is DATABASE_ERROR', async () => {
    const error = await thrownBy(() => redisOf(`redis://${SECRET}`));
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  // What fetch says of a connection comes as it is, without a word of Redis.
  it('that cuts the connection is IO_ERROR', async () => {
    expectFailure(await thrownAt(cut, get), 'IO_ERROR');
  });

  it('that refuses the connection is IO_ERROR', async () => {
    const url = `http://127.0.0.1:${await refusingPort()}`;
    expectFailure(await thrownBy(() => get(url)), 'IO_ERROR');
  });

  it('that does not answer in time is IO_ERROR', async () => {
    const signal = () => AbortSignal.timeout(50);
    const error = await thrownAt(never, (url) => redisOf(url, { signal }).get(SECRET));
    expectFailure(error, 'IO_ERROR');
  });
});
