import { descendsFrom } from '../../class-chain.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR } from './database-mapping.js';

/** Classes that others have as well, and how their text begins where it is a Redis client's. */
const BY_TEXT = [
  // redis 5
  ['ConnectionTimeoutError', 'Connection timeout'],
  ['SocketTimeoutError', 'Socket timeout timeout. Expecting data, '],
  // Upstash, which tells the whole URL
  ['UrlError', 'Upstash Redis client was passed an invalid URL. '],
] as const;

/** Redis: ioredis by the class of redis-errors, redis by its class of replies, redlock and Upstash by name and key. */
export function mapRedisError(error: UnknownObject): SourceMapping | undefined {
  const isRedis =
    descendsFrom(error, 'RedisError') ||
    descendsFrom(error, 'ErrorReply') ||
    descendsFrom(error, 'UpstashError') ||
    isRedlock(error) ||
    isByText(error);
  return isRedis ? DATABASE_ERROR : undefined;
}

/** redlock 4 says how often it tried, which is nothing where a lock could not be given back; redlock 5 what it tried. */
function isRedlock(error: UnknownObject): boolean {
  if (!('attempts' in error)) return false;
  return Array.isArray(error.attempts)
    ? descendsFrom(error, 'ExecutionError')
    : descendsFrom(error, 'LockError');
}

function isByText(error: UnknownObject): boolean {
  const { message } = error;
  return (
    typeof message === 'string' &&
    BY_TEXT.some(([type, text]) => message.startsWith(text) && descendsFrom(error, type))
  );
}
