import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { minutes, type ThrottlerModuleOptions } from '@nestjs/throttler';
import type { AppConfig } from '../config/app-config.js';
import { SIGN_IN_LIMITED } from './limit-sign-in.decorator.js';
import { RedisThrottlerStorage } from './redis-throttler-storage.js';
import { signInTracker } from './sign-in-tracker.js';

export function throttlerOptions(
  { REDIS_URL }: AppConfig,
  reflector: Reflector,
): ThrottlerModuleOptions {
  return {
    storage: REDIS_URL ? new RedisThrottlerStorage(REDIS_URL) : undefined,
    throttlers: [
      { name: 'default', limit: 300, ttl: minutes(1) },
      {
        name: 'sign-in',
        limit: 5,
        ttl: minutes(1),
        getTracker: signInTracker,
        skipIf: (context: ExecutionContext) =>
          !reflector.get<boolean>(SIGN_IN_LIMITED, context.getHandler()),
      },
    ],
  };
}
