import type * as ioredis from 'ioredis';
import { nativeRequire } from '../../../support/native-require.js';

interface Lock {
  expiration: number;
  extend(duration: number): PromiseLike<unknown>;
}

interface Lock4 extends Lock {
  unlock(): PromiseLike<unknown>;
}

interface Lock5 extends Lock {
  release(): PromiseLike<unknown>;
}

type Locks<T> = new (clients: readonly ioredis.Redis[], settings: { retryCount: number }) => T;

/** Version 4 has no types, and those of version 5 are not where its package says. */
export const Redlock4 =
  nativeRequire<Locks<{ lock(resource: string, duration: number): PromiseLike<Lock4> }>>('redlock');

export const { default: Redlock5 } = nativeRequire<{
  default: Locks<{ acquire(resources: string[], duration: number): PromiseLike<Lock5> }>;
}>('redlock-5');

/** Of the same realm: redlock 5 asks whether what it caught is an Error. */
export const { Redis: RedisOfLocks } = nativeRequire<typeof ioredis>('ioredis');
