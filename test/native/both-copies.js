// A Nest application that has the ESM and the CJS copy of the package in one process, and uses each with the other.
// It writes its answers and its log to standard output.
import 'reflect-metadata';
import { Controller, Get, Module, ServiceUnavailableException, UseFilters } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { cjs, esm, logger, report } from './copies.js';

class PlansController {
  pending() {
    throw new cjs.AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', { retryAfter: 5 });
  }
  sso() {
    return 'granted';
  }
  audit() {
    return 'granted';
  }
  health() {
    throw new ServiceUnavailableException({ database: 'down' });
  }
  'plans/:id'() {}
}
const routes = {
  pending: [UseFilters(cjs.AuthOsExceptionFilter)],
  sso: [cjs.RequireFeature('sso'), esm.RequireActiveOrganization()],
  audit: [cjs.RequireActiveOrganization(), esm.RequireFeature('sso'), cjs.RequireFeature('audit')],
  health: [cjs.SkipAuthOsErrors()],
  'plans/:id': [],
};
for (const [name, decorators] of Object.entries(routes)) {
  const descriptor = Object.getOwnPropertyDescriptor(PlansController.prototype, name);
  for (const decorator of [Get(name), ...decorators]) {
    decorator(PlansController.prototype, name, descriptor);
  }
}
Controller()(PlansController);

class AppModule {}
Module({
  imports: [
    cjs.AuthOsErrorsModule,
    esm.AuthOsErrorsModule.forRoot({
      logger,
      logLevels: { '4xx': 'warn' },
      tiers: { pro: ['sso'] },
      resolveOrganization: () => ({ status: 'active', tier: 'pro' }),
    }),
  ],
  controllers: [PlansController],
})(AppModule);

const adapter =
  process.argv[2] === 'fastify'
    ? new FastifyAdapter(cjs.authOsFastifyOptions())
    : new ExpressAdapter();
const app = await NestFactory.create(AppModule, adapter, { logger: false });
await app.listen(0, '127.0.0.1');
const answers = {};
for (const path of ['pending', 'sso', 'audit', 'health', 'nowhere', 'plans/%E0%A4%A']) {
  const response = await fetch(`${await app.getUrl()}/${path}`);
  answers[path] = [response.status, (await response.text()).replace(/"timestamp":"[^"]+"/, '…')];
}
await app.close();
report(answers);
