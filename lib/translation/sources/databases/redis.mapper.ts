import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR } from './database-mapping.js';

/** Redis: ioredis by the class of redis-errors, redis by its class of replies, redlock and Upstash by name and key. */
export function mapRedisError(error: UnknownObject): SourceMapping | undefined {
  const isRedis =
    descendsFrom(error, 'RedisError') ||
    descendsFrom(error, 'ErrorReply') ||
    descendsFrom(error, 'UpstashError') ||
    (descendsFrom(error, 'LockError') && typeof error.attempts === 'number');
  return isRedis ? DATABASE_ERROR : undefined;
}
