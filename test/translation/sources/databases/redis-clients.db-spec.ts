import { randomUUID } from 'node:crypto';
import { Redis as IORedis } from 'ioredis';
import { createClient, ErrorReply, MultiErrorReply, WatchError } from 'redis';
import { expectFailure, expectFailureWithSecret, SECRET } from '../../../support/expect-failure.js';
import { thrownBy } from '../../../support/thrown-by.js';
import { Redlock4, Redlock5, RedisOfLocks } from './redlocks.js';

const { REDIS_URL = 'redis://127.0.0.1:6379' } = process.env;

/** A key of this test's own, with the secret in it. */
let key: string;

beforeEach(() => {
  key = `authos-errors:${SECRET}:${randomUUID()}`;
});

describe('redis', () => {
  const connected = () =>
    createClient({ url: REDIS_URL, socket: { reconnectStrategy: false } })
      .on('error', () => {})
      .connect();
  let client: Awaited<ReturnType<typeof connected>>;
  let other: typeof client;

  beforeEach(async () => {
    [client, other] = await Promise.all([connected(), connected()]);
  });

  afterEach(async () => {
    await other.del(key);
    other.destroy();
    if (client.isOpen) client.destroy();
  });

  it('that asks for the wrong kind of value is DATABASE_ERROR', async () => {
    await client.set(key, SECRET);
    const error = await thrownBy(() => client.lPush(key, SECRET));
    expect(error).toBeInstanceOf(ErrorReply);
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('whose command does not exist is DATABASE_ERROR, and its arguments stay', async () => {
    const error = await thrownBy(() => client.sendCommand(['NOSUCH', SECRET]));
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it('whose script fails is DATABASE_ERROR, and its text stays', async () => {
    const script = `return redis.error_reply("ERR ${SECRET}")`;
    expectFailureWithSecret(await thrownBy(() => client.eval(script)), 'DATABASE_ERROR');
  });

  it('that has the wrong password is DATABASE_ERROR', async () => {
    const user = { username: SECRET, password: SECRET };
    expectFailure(await thrownBy(() => client.auth(user)), 'DATABASE_ERROR');
  });

  it('whose transaction fails in part is DATABASE_ERROR', async () => {
    const call = () => client.multi().set(key, SECRET).lPush(key, SECRET).get(key).exec();
    const error = await thrownBy(call);
    expect(error).toBeInstanceOf(MultiErrorReply);
    expectFailureWithSecret(error, 'DATABASE_ERROR');
  });

  it('whose watched key was changed is DATABASE_ERROR', async () => {
    await client.watch(key);
    await other.set(key, SECRET);
    const error = await thrownBy(() => client.multi().get(key).exec());
    expect(error).toBeInstanceOf(WatchError);
    expectFailure(error, 'DATABASE_ERROR');
  });

  it('whose connection the server ends is DATABASE_ERROR', async () => {
    const id = await client.clientId();
    const waiting = thrownBy(() => client.blPop(key, 0));
    await other.clientKill({ filter: 'ID', id });
    expectFailure(await waiting, 'DATABASE_ERROR');
  });
});

describe('redlock', () => {
  let redis: IORedis;

  beforeEach(() => {
    redis = new RedisOfLocks(REDIS_URL);
  });

  afterEach(async () => {
    await redis.del(key);
    await redis.quit();
  });

  describe('4', () => {
    const locks = () => new Redlock4([redis], { retryCount: 0 });

    it('whose lock another one has is DATABASE_ERROR, and the resource stays', async () => {
      await locks().lock(key, 10_000);
      expectFailureWithSecret(await thrownBy(() => locks().lock(key, 10_000)), 'DATABASE_ERROR');
    });

    it('whose lock is gone when it is given back is DATABASE_ERROR', async () => {
      const lock = await locks().lock(key, 10_000);
      await redis.del(key);
      expectFailureWithSecret(await thrownBy(() => lock.unlock()), 'DATABASE_ERROR');
    });

    it('whose lock is gone when it is extended is DATABASE_ERROR', async () => {
      const lock = await locks().lock(key, 10_000);
      await redis.del(key);
      expectFailureWithSecret(await thrownBy(() => lock.extend(10_000)), 'DATABASE_ERROR');
    });

    it('whose lock is over when it is extended is DATABASE_ERROR', async () => {
      const lock = await locks().lock(key, 10_000);
      lock.expiration = 0;
      expectFailureWithSecret(await thrownBy(() => lock.extend(10_000)), 'DATABASE_ERROR');
    });
  });

  describe('5', () => {
    const locks = () => new Redlock5([redis], { retryCount: 0 });

    it('whose lock another one has is DATABASE_ERROR', async () => {
      await locks().acquire([key], 10_000);
      expectFailure(await thrownBy(() => locks().acquire([key], 10_000)), 'DATABASE_ERROR');
    });

    it('whose lock is gone when it is given back is DATABASE_ERROR', async () => {
      const lock = await locks().acquire([key], 10_000);
      await redis.del(key);
      expectFailure(await thrownBy(() => lock.release()), 'DATABASE_ERROR');
    });

    it('whose lock is over when it is extended is DATABASE_ERROR', async () => {
      const lock = await locks().acquire([key], 10_000);
      lock.expiration = 0;
      expectFailure(await thrownBy(() => lock.extend(10_000)), 'DATABASE_ERROR');
    });
  });
});
