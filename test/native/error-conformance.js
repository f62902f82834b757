// A Nest application with a ThrottlerGuard that lets a caller through once per route and minute, which is tried by
// runErrorConformance. It runs in a process of its own, because Jest does not load @nestjs/throttler on Node 20.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { AuthOsErrorsModule, authOsFastifyOptions } from 'nestjs-authos-errors';
import { runErrorConformance } from 'nestjs-authos-errors/testing';

class AppModule {}
Module({
  imports: [
    AuthOsErrorsModule,
    ThrottlerModule.forRoot({ throttlers: [{ name: 'strict', limit: 1, ttl: 60_000 }] }),
  ],
  providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
})(AppModule);

const adapter =
  process.argv[2] === 'fastify' ? new FastifyAdapter(authOsFastifyOptions()) : new ExpressAdapter();
const app = await NestFactory.create(AppModule, adapter, { logger: false });
const problems = await runErrorConformance(app);
await app.close();
process.stdout.write(JSON.stringify(problems));
