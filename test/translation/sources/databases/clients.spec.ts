import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { createPool } from 'mysql2/promise';
import pg from 'pg';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { refusingPort } from '../../../support/servers/loopback.server.js';
import { thrownBy } from '../../../support/thrown-by.js';

/** A server that says one thing to whatever it hears, or nothing. */
async function serverThatSays(
  answer: string | undefined,
): Promise<{ port: number; server: Server; stop: () => void }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    if (answer !== undefined) socket.on('data', () => socket.write(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, server, stop };
}

describe('pg', () => {
  it('whose pool has ended is DATABASE_ERROR', async () => {
    const pool = new pg.Pool({ host: '127.0.0.1', port: 1 });
    await pool.end();
    expectFailure(await thrownBy(() => pool.query('select 1')), 'DATABASE_ERROR');
  });

  it('that does not connect in time is DATABASE_ERROR', async () => {
    const { port, stop } = await serverThatSays(undefined);
    const pool = new pg.Pool({ host: '127.0.0.1', port, connectionTimeoutMillis: 50 });
    const error = await thrownBy(() => pool.query('select 1'));
    stop();
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('whose connection is cut is DATABASE_ERROR', async () => {
    const { port, server, stop } = await serverThatSays(undefined);
    server.on('connection', (socket: Socket) => socket.once('data', () => socket.end()));
    const client = new pg.Client({ host: '127.0.0.1', port });
    client.on('error', () => {});
    const error = await thrownBy(() => client.connect());
    stop();
    expectFailure(error, 'DATABASE_ERROR');
  });
});

describe('mysql2', () => {
  it('whose pool is closed is DATABASE_ERROR', async () => {
    const pool = createPool({ host: '127.0.0.1', port: 1 });
    await pool.end();
    expectFailure(await thrownBy(() => pool.query('select 1')), 'DATABASE_ERROR');
  });

  it('whose queue is full is DATABASE_ERROR', async () => {
    const { port, stop } = await serverThatSays(undefined);
    const pool = createPool({ host: '127.0.0.1', port, connectionLimit: 1, queueLimit: 1 });
    const waiting = [0, 1].map(() => pool.query('select 1').catch(() => undefined));
    const error = await thrownBy(() => pool.query('select 1'));
    stop();
    await Promise.all(waiting);
    await pool.end();
    expectFailure(error, 'DATABASE_ERROR');
  });
});

describe('ioredis', () => {
  const quiet = (options: object): Redis => {
    const redis = new Redis({ host: '127.0.0.1', retryStrategy: () => null, ...options });
    redis.on('error', () => {});
    return redis;
  };

  it('that the server answers with an error is DATABASE_ERROR, and the key stays', async () => {
    const { port, stop } = await serverThatSays(`-WRONGTYPE ${SECRET}\r\n`);
    const redis = quiet({ port, enableReadyCheck: false });
    const error = await thrownBy(() => redis.get(SECRET));
    redis.disconnect();
    stop();
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it('that gets no answer in time is DATABASE_ERROR', async () => {
    const { port, stop } = await serverThatSays(undefined);
    const redis = quiet({ port, enableReadyCheck: false, commandTimeout: 50 });
    const error = await thrownBy(() => redis.get('key'));
    redis.disconnect();
    stop();
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('without a queue for commands is DATABASE_ERROR while it is offline', async () => {
    const redis = quiet({
      port: await refusingPort(),
      enableOfflineQueue: false,
      lazyConnect: true,
    });
    const error = await thrownBy(() => redis.get('key'));
    redis.disconnect();
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('that tried often enough is DATABASE_ERROR', async () => {
    const redis = quiet({
      port: await refusingPort(),
      maxRetriesPerRequest: 0,
      retryStrategy: () => 1,
    });
    const error = await thrownBy(() => redis.get('key'));
    redis.disconnect();
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('that was closed is DATABASE_ERROR', async () => {
    const redis = quiet({ port: await refusingPort(), lazyConnect: true });
    redis.disconnect();
    expectFailure(await thrownBy(() => redis.get('key')), 'DATABASE_ERROR');
  });
});

describe('Kysely', () => {
  it('that finds no row is NOT_FOUND, and the query stays', async () => {
    const kysely = new Kysely<{ users: { email: string } }>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
    const query = kysely.selectFrom('users').selectAll().where('email', '=', SECRET);
    expectFailureWithSecret(await thrownBy(() => query.executeTakeFirstOrThrow()), 'NOT_FOUND');
  });
});

/** What is no database's, although it looks like one's. */
const LOOK_ALIKES: Record<string, object> = {
  'a text that only begins as a driver’s': { message: 'Connection terminated by the moderator' },
  'a SQLSTATE without anything of a driver': { code: '23505' },
  'a command of its own': { command: { name: 'get' } },
  'a result of its own': { meta: { statusCode: 409 } },
  'a code that begins as Oracle’s': { code: 'ORA-MY-OWN' },
  'a number and a code': { number: 2627, code: 'EREQUEST' },
  'a scope of its own': { scope: 'billing' },
  'details and a hint': { details: 'x', hint: 'y', code: '23505' },
  'an AWS fault of another service': { $fault: 'client', $metadata: {} },
  'a request that may be repeated': { isSafeToRetry: true },
  'diagnostics of its own': { diagnostics: { requests: 3 } },
  'attempts of its own': { attempts: 3 },
  'a conflict of its own': { error: 'conflict', request: { url: '/users' } },
  'reasons of its own': { CancellationReasons: [{ Code: 'DuplicateItem' }] },
  'a document of its own': { code: 6, details: 'Document already exists: 1', metadata: {} },
};

describe('an unknown error is one with', () => {
  class OwnError extends Error {}

  it.each(Object.entries(LOOK_ALIKES))('%s', (_what, properties) => {
    expectFailure(Object.assign(new Error('x'), properties), 'INTERNAL_SERVER_ERROR');
    expectFailure(Object.assign(new OwnError('x'), properties), 'INTERNAL_SERVER_ERROR');
  });

  it.each([
    'WatchError',
    'NotFoundError',
    'ConnectionError',
    'DatabaseError',
    'ResponseError',
    'LockError',
    'ExecutionError',
    'NetworkError',
    'ClickHouseError',
    'GoogleError',
    'UrlError',
    'ConnectionTimeoutError',
  ])('a class of its own named %s', (name) => {
    const type = { [name]: class extends Error {} }[name]!;
    expectFailure(new type('x'), 'INTERNAL_SERVER_ERROR');
    expectFailure(Object.assign(new type('x'), { name }), 'INTERNAL_SERVER_ERROR');
  });

  it('attempts of its own and a class of its own', () => {
    class ExecutionError extends Error {}
    const error = Object.assign(new ExecutionError('x'), { attempts: 3 });
    expectFailure(error, 'INTERNAL_SERVER_ERROR');
  });
});
