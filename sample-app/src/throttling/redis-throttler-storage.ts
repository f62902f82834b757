import { ThrottlerStorageRedisService } from '@nest-lab/throttler-storage-redis';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';

/** Counters in Redis, which all instances share. */
export class RedisThrottlerStorage
  extends ThrottlerStorageRedisService
  implements OnApplicationShutdown
{
  constructor(url: string) {
    const logger = new Logger(RedisThrottlerStorage.name);
    const redis = new Redis(url, { maxRetriesPerRequest: 1 });
    redis.on('error', (error) => logger.error(`Redis: ${error.message}`));
    super(redis);
  }

  /** Not earlier: requests are still counted while the server closes. */
  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}
