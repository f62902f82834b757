import { Global, Module } from '@nestjs/common';
import { AppConfig } from './app-config.js';
import { PublicUrl } from './public-url.js';

@Global()
@Module({
  providers: [
    { provide: AppConfig, useFactory: () => AppConfig.fromEnvironment(process.env) },
    PublicUrl,
  ],
  exports: [AppConfig, PublicUrl],
})
export class AppConfigModule {}
