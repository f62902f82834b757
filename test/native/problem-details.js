// A Nest application that answers with nest-problem-details-filter before it is moved, and with this library after.
// It prints what it answers to each of its routes. It runs in a process of its own, because Jest does not load
// CommonJS packages that require ES modules.
import 'reflect-metadata';
import {
  BadRequestException,
  ConflictException,
  Controller,
  Get,
  HttpException,
  Module,
  NotFoundException,
  ServiceUnavailableException,
} from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AuthOsErrorsModule, authOsFastifyOptions } from 'nestjs-authos-errors';
import problemDetails from 'nest-problem-details-filter';

const { HTTP_EXCEPTION_FILTER_KEY, NestProblemDetailsModule, ProblemDetailsException } =
  problemDetails;

const [, , platform, stage] = process.argv;

const THROWN = {
  missing: () => new NotFoundException('There is no plan gold.'),
  teapot: () => new HttpException('Short and stout.', 418),
  conflict: () => new ConflictException('The slug is taken.'),
  unavailable: () => new ServiceUnavailableException('secret'),
  unknown: () => new Error('secret'),
  invalid: () => new BadRequestException(['email must be an email', 'name should not be empty']),
  fields: () =>
    new BadRequestException({
      message: 'Validation failed',
      errors: { email: ['must be an email'] },
    }),
  seats: () =>
    new ProblemDetailsException({
      type: 'seats-exhausted',
      title: 'All seats are taken.',
      status: 403,
      detail: 'Your plan has 3 seats.',
      instance: '/members',
      seats: 3,
      retryAfter: 3600,
    }),
};

class FailingController {}
const { prototype } = FailingController;
for (const [name, thrown] of Object.entries(THROWN)) {
  prototype[name] = () => {
    throw thrown();
  };
  Get(name)(prototype, name, Object.getOwnPropertyDescriptor(prototype, name));
}
Controller()(FailingController);

const CODES = { 'seats-exhausted': 'TEAM_LIMIT_EXCEEDED' };

function mapProblem(error) {
  if (!(error instanceof ProblemDetailsException)) return undefined;
  const { message, error: problem } = error.getResponse();
  const code = CODES[problem.type];
  return code && { code, message: problem.detail ?? message, retryAfter: error.retryAfter };
}

const STAGES = {
  before: {
    imports: [NestProblemDetailsModule.register({ baseUri: 'https://example.com/problems' })],
    providers: [{ provide: APP_FILTER, useExisting: HTTP_EXCEPTION_FILTER_KEY }],
  },
  after: { imports: [AuthOsErrorsModule] },
  mapped: { imports: [AuthOsErrorsModule.forRoot({ mappers: [mapProblem] })] },
};

class AppModule {}
Module({ ...STAGES[stage], controllers: [FailingController] })(AppModule);

const adapter =
  platform === 'fastify' ? new FastifyAdapter(authOsFastifyOptions()) : new ExpressAdapter();
const app = await NestFactory.create(AppModule, adapter, { logger: false });
await app.listen(0, '127.0.0.1');
const answers = {};
for (const name of [...Object.keys(THROWN), 'nowhere']) {
  const response = await fetch(`${await app.getUrl()}/${name}`);
  const { status, headers } = response;
  const { timestamp: _timestamp, ...body } = await response.json();
  answers[name] = {
    status,
    type: headers.get('content-type'),
    retryAfter: headers.get('retry-after'),
    body,
  };
}
process.stdout.write(JSON.stringify(answers));
await app.close();
