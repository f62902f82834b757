import { Module } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { AppConfig } from '../config/app-config.js';
import { throttlerOptions } from './throttler-options.js';

@Module({
  imports: [
    ThrottlerModule.forRootAsync({ inject: [AppConfig, Reflector], useFactory: throttlerOptions }),
  ],
  providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
})
export class ThrottlingModule {}
