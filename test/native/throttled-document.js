// Nest applications with @nestjs/throttler that write the statuses of their documents to standard output. They run in
// a process of their own, because Jest does not load CommonJS packages that require ES modules.
import 'reflect-metadata';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AuthOsErrorsModule } from 'nestjs-authos-errors';
import { addAuthOsErrors } from 'nestjs-authos-errors/swagger';
import nestjsThrottler from '@nestjs/throttler';

const { SkipThrottle, ThrottlerGuard, ThrottlerModule } = nestjsThrottler;

class OwnThrottlerGuard extends ThrottlerGuard {}

const RATE = { limit: 1, ttl: 1 };
const skipping = {
  limited: [],
  short: [SkipThrottle({ short: true })],
  both: [SkipThrottle({ short: true, long: true })],
  default: [SkipThrottle()],
  again: [SkipThrottle({ default: false })],
};

const documents = {
  named: await statusesOf(
    {
      imports: [
        ThrottlerModule.forRoot({
          throttlers: [
            { name: 'short', ...RATE },
            { name: 'long', ...RATE },
          ],
        }),
      ],
    },
    UseGuards(OwnThrottlerGuard),
  ),
  unnamed: await statusesOf(
    {
      imports: [ThrottlerModule.forRootAsync({ useFactory: async () => [RATE] })],
      providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }],
    },
    SkipThrottle(),
  ),
};
process.stdout.write(JSON.stringify(documents));

async function statusesOf({ imports, providers }, ...decorators) {
  class Routes {}
  for (const [name, onMethod] of Object.entries(skipping)) {
    Routes.prototype[name] = function () {};
    const descriptor = Object.getOwnPropertyDescriptor(Routes.prototype, name);
    for (const decorate of [Get(name), ...onMethod]) decorate(Routes.prototype, name, descriptor);
  }
  for (const decorate of [Controller(), ...decorators]) decorate(Routes);
  class AppModule {}
  Module({ imports: [...imports, AuthOsErrorsModule], controllers: [Routes], providers })(
    AppModule,
  );
  const app = await NestFactory.create(AppModule, { logger: false });
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  const { paths } = addAuthOsErrors(document, app);
  return Object.fromEntries(
    Object.entries(paths).map(([path, { get }]) => [path.slice(1), Object.keys(get.responses)]),
  );
}
