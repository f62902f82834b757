// A Nest application with nestjs-pino that fails once and writes its log to standard output. It runs in a process
// of its own, because Jest does not load CommonJS packages that require ES modules.
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AuthOsErrorsModule, authOsFastifyOptions } from 'nestjs-authos-errors';
import nestjsPino from 'nestjs-pino';

const { Logger, LoggerModule } = nestjsPino;

class BrokenController {
  broken() {
    throw new TypeError('it broke', { cause: new RangeError('deeper') });
  }
}
const { prototype } = BrokenController;
Get('broken')(prototype, 'broken', Object.getOwnPropertyDescriptor(prototype, 'broken'));
Controller()(BrokenController);

class AppModule {}
Module({
  imports: [LoggerModule.forRoot(), AuthOsErrorsModule],
  controllers: [BrokenController],
})(AppModule);

const adapter =
  process.argv[2] === 'fastify' ? new FastifyAdapter(authOsFastifyOptions()) : new ExpressAdapter();
const app = await NestFactory.create(AppModule, adapter, { bufferLogs: true });
app.useLogger(app.get(Logger));
await app.listen(0, '127.0.0.1');
const response = await fetch(`${await app.getUrl()}/broken?token=secret`);
process.stdout.write(
  `${JSON.stringify({ status: response.status, body: await response.json() })}\n`,
);
await app.close();
