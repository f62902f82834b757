// A stranger's application, compiled by their compiler and run by their Node.
import 'reflect-metadata';
import {
  Controller,
  Get,
  type INestApplication,
  type LoggerService,
  type LogLevel,
  Module,
  NotFoundException,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  AuthOsErrorsModule,
  AuthOsException,
  authOsFastifyOptions,
  RequireFeature,
} from 'nestjs-authos-errors';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';

@Controller('plans')
export class PlansController {
  @Get('gold')
  @ApiAuthOsErrors('NOT_FOUND')
  gold(): never {
    throw new NotFoundException('There is no plan gold.');
  }

  @Get('pending')
  pending(): never {
    throw new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', { retryAfter: 5 });
  }

  @Get('broken')
  broken(): never {
    throw new Error('secret');
  }

  @Get('sso')
  @RequireFeature('sso')
  sso(): string {
    return 'granted';
  }

  @Get('fine')
  fine(): string {
    return 'fine';
  }
}

/** Makes the application with further controllers. Without a logger it has Nest's default. */
export async function create(
  platform: string,
  controllers: (new () => object)[] = [],
  logger?: LoggerService | LogLevel[] | false,
): Promise<INestApplication> {
  @Module({
    imports: [
      AuthOsErrorsModule.forRoot({
        resolveOrganization: async () => ({ status: 'active' }),
      }),
    ],
    controllers: [PlansController, ...controllers],
  })
  class AppModule {}

  const options = logger === undefined ? {} : { logger };
  return platform === 'fastify'
    ? NestFactory.create(AppModule, await fastifyAdapter(), options)
    : NestFactory.create(AppModule, options);
}

/** Boots it on a free port. */
export async function start(
  platform: string,
  controllers: (new () => object)[] = [],
): Promise<INestApplication> {
  const app = await create(platform, controllers, false);
  await app.listen(0, '127.0.0.1');
  return app;
}

async function fastifyAdapter() {
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  return new FastifyAdapter(authOsFastifyOptions());
}
