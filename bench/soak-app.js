// The application under load: every route of it fails. It runs in a process of its own, so that its heap and its
// event loop are measured without the client's.
import 'reflect-metadata';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  Body,
  Controller,
  Get,
  Module,
  NotFoundException,
  Post,
  ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { IsEmail } from 'class-validator';
import { AuthOsErrorsModule, AuthOsException, authOsFastifyOptions } from 'nestjs-authos-errors';

const RESOLUTION = 10;

/** Builds every line and keeps none. */
let lines = 0;
const count = () => void lines++;
const logger = { log: count, error: count, warn: count, debug: count };

class Signup {}
IsEmail()(Signup.prototype, 'email');

class FailingController {
  missing() {
    throw new NotFoundException('No such plan.');
  }
  signup() {}
  pending() {
    throw new AuthOsException('DEVICE_CODE_PENDING', 'Approve it.', { retryAfter: 5 });
  }
  unknown() {
    throw new Error('connection to 10.0.0.7 refused', { cause: new TypeError('deeper') });
  }
  async text() {
    throw 'a text';
  }
  duplicate() {
    const meta = { modelName: 'User', target: ['email'] };
    throw Object.assign(new Error('Unique constraint failed'), {
      name: 'PrismaClientKnownRequestError',
      code: 'P2002',
      clientVersion: '6.0.0',
      meta,
    });
  }
}

const { prototype } = FailingController;
for (const name of ['missing', 'pending', 'unknown', 'text', 'duplicate']) {
  Get(name)(prototype, name, { value: Reflect.get(prototype, name) });
}
Post('signup')(prototype, 'signup', { value: Reflect.get(prototype, 'signup') });
Body()(prototype, 'signup', 0);
Reflect.defineMetadata('design:paramtypes', [Signup], prototype, 'signup');
Controller()(FailingController);

class AppModule {}
Module({
  imports: [AuthOsErrorsModule.forRoot({ logger })],
  controllers: [FailingController],
})(AppModule);

const adapter =
  process.env.PLATFORM === 'fastify'
    ? new FastifyAdapter(authOsFastifyOptions())
    : new ExpressAdapter();
const app = await NestFactory.create(AppModule, adapter, { logger: false });
app.useGlobalPipes(new ValidationPipe());
await app.listen(0, '127.0.0.1');
lines = 0;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();

process.on('message', () => {
  /** @type {NodeJS.GCFunction} */ (globalThis.gc)();
  // The histogram counts the interval at which it looks as delay.
  const p99 = Math.max(delay.percentile(99) / 1e6 - RESOLUTION, 0);
  process.send?.({ heap: process.memoryUsage().heapUsed, lines, p99 });
});
process.on('disconnect', () => void app.close());
/** @type {import('node:http').Server} */
const server = app.getHttpServer();
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
process.send?.({ port });
