import { Module } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AppConfig } from '../config/app-config.js';
import { RequestThrottlerGuard } from './request-throttler.guard.js';
import { throttlerOptions } from './throttler-options.js';

@Module({
  imports: [
    ThrottlerModule.forRootAsync({ inject: [AppConfig, Reflector], useFactory: throttlerOptions }),
  ],
  providers: [{ provide: APP_GUARD, useClass: RequestThrottlerGuard }],
})
export class ThrottlingModule {}
