import 'reflect-metadata';
import { Module, ValidationPipe } from '@nestjs/common';
import { HttpAdapterHost, NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import problemDetails from 'nest-problem-details-filter';
import { AuthOsErrorsModule, authOsFastifyOptions } from 'nestjs-authos-errors';
import { CONSTANT, CONTENDERS, OURS } from '../contenders.js';
import { ConstantFilter } from './constant.filter.js';
import { HandWrittenFilter } from './hand-written.filter.js';
import { plansController } from './plans.controller.js';

const [, PROBLEM_DETAILS, HAND_WRITTEN] = CONTENDERS;

/**
 * The filters that an application adds by itself. Nest's is there anyway, and ours comes with its module.
 *
 * @type {Record<string, new (host: HttpAdapterHost) => import('@nestjs/common').ExceptionFilter>}
 */
const FILTERS = {
  [PROBLEM_DETAILS]: problemDetails.HttpExceptionFilter,
  [HAND_WRITTEN]: HandWrittenFilter,
  [CONSTANT]: ConstantFilter,
};
/** @type {import('@nestjs/common').LogLevel[]} */
const PRODUCTION_LEVELS = ['log', 'error', 'warn', 'fatal'];

/**
 * Starts the Nest application of a contender, and gives its server.
 *
 * @param {string} contender
 * @param {string} platform
 * @returns {Promise<import('node:http').Server>}
 */
export async function startNest(contender, platform) {
  const isOurs = contender === OURS;
  class AppModule {}
  Module({
    imports: isOurs ? [AuthOsErrorsModule] : [],
    controllers: [plansController(isOurs || contender === CONSTANT)],
  })(AppModule);
  const adapter =
    platform === 'fastify'
      ? new FastifyAdapter(isOurs ? authOsFastifyOptions() : undefined)
      : new ExpressAdapter();
  const app = await NestFactory.create(AppModule, adapter, { logger: PRODUCTION_LEVELS });
  app.useGlobalPipes(new ValidationPipe());
  const Filter = FILTERS[contender];
  if (Filter) app.useGlobalFilters(new Filter(app.get(HttpAdapterHost)));
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer();
}
