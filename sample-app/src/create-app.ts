import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { authOsFastifyOptions } from 'nestjs-authos-errors';
import { AppModule } from './app.module.js';
import { connectAuditLog } from './audit/connect-audit-log.js';
import { AuditLogModule } from './audit/log/audit-log.module.js';
import type { AppConfig } from './config/app-config.js';
import { validationPipe } from './config/validation-pipe.js';
import { serveOpenApi } from './openapi/serve-openapi.js';

export async function createApp(config: AppConfig): Promise<INestApplication> {
  const adapter =
    config.PLATFORM === 'fastify'
      ? new FastifyAdapter(authOsFastifyOptions())
      : new ExpressAdapter();
  const root = {
    module: AppModule,
    imports: config.AUDIT_LOG === 'inside' ? [AuditLogModule] : [],
  };
  const app = await NestFactory.create(root, adapter, {
    // Stripe signs the bytes of its webhooks.
    rawBody: true,
  });
  app.useGlobalPipes(validationPipe());
  serveOpenApi(app);
  app.enableShutdownHooks(['SIGINT', 'SIGTERM'], { useProcessExit: true });
  await connectAuditLog(app, config);
  return app;
}
