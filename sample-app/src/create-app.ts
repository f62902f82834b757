import { type INestApplication, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { authOsFastifyOptions } from 'nestjs-authos-errors';
import { AppModule } from './app.module.js';
import type { AppConfig } from './config/app-config.js';
import { serveOpenApi } from './openapi/serve-openapi.js';

export async function createApp({ PLATFORM }: AppConfig): Promise<INestApplication> {
  const adapter =
    PLATFORM === 'fastify' ? new FastifyAdapter(authOsFastifyOptions()) : new ExpressAdapter();
  const app = await NestFactory.create(AppModule, adapter, {
    // Stripe signs the bytes of its webhooks.
    rawBody: true,
  });
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }),
  );
  serveOpenApi(app);
  app.enableShutdownHooks(['SIGINT', 'SIGTERM'], { useProcessExit: true });
  return app;
}
