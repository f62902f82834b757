// Exits with 0 when a microservice over TCP answers with the contract: messages.js <microservice|hybrid>
import 'reflect-metadata';
import { deepStrictEqual } from 'node:assert';
import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  Module,
  NotFoundException,
  UseFilters,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type ClientProxy,
  ClientProxyFactory,
  EventPattern,
  MessagePattern,
  type MicroserviceOptions,
  RpcException,
  Transport,
} from '@nestjs/microservices';
import {
  AuthOsErrorsModule,
  AuthOsException,
  RequireFeature,
  SkipAuthOsErrors,
} from 'nestjs-authos-errors';
import { decodeAuthOsPayload } from 'nestjs-authos-errors/client';
import { concat, lastValueFrom, type Observable, of, throwError } from 'rxjs';
import { freePort } from './free-port.js';
import { loggedLines } from './logged-lines.js';

@Catch(RangeError)
class ThrowingFilter implements ExceptionFilter {
  catch(error: RangeError, _host: ArgumentsHost): never {
    throw error;
  }
}

@Controller()
export class PlansController {
  @MessagePattern('thrown')
  thrown(): never {
    throw new NotFoundException('There is no plan gold.');
  }

  @MessagePattern({ cmd: 'pending' })
  pending(): never {
    throw new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', { retryAfter: 5 });
  }

  @MessagePattern('midway')
  midway(): Observable<unknown> {
    return concat(
      of(1),
      throwError(() => new Error('secret')),
    );
  }

  @MessagePattern('own words')
  ownWords(): never {
    throw new RpcException('The room is full.');
  }

  @MessagePattern('guarded')
  @RequireFeature('sso')
  guarded(): string {
    return 'granted';
  }

  @MessagePattern('filtered')
  @UseFilters(ThrowingFilter)
  filtered(): never {
    throw new RangeError('secret');
  }

  @MessagePattern('skipped')
  @SkipAuthOsErrors()
  skipped(): never {
    throw new RpcException('The room is full.');
  }

  @EventPattern<string>('event')
  event(_data: unknown): void {
    throw new NotFoundException('There is no plan gold.');
  }
}

const INTERNAL = 'INTERNAL_SERVER_ERROR An unexpected error occurred.';
const ANSWERS: Record<string, string> = {
  thrown: 'NOT_FOUND There is no plan gold.',
  midway: INTERNAL,
  'own words': 'BAD_REQUEST The room is full.',
  guarded:
    "FEATURE_NOT_AVAILABLE_IN_TIER This feature is not included in the organization's current tier.",
  filtered: INTERNAL,
  skipped: '{"status":"error","message":"The room is full."}',
};
const EVENT = 'WARN 404 NOT_FOUND RPC event: NotFoundException: There is no plan gold.';

async function failureOf(client: ClientProxy, pattern: unknown): Promise<unknown> {
  try {
    return await lastValueFrom(client.send(pattern, {}));
  } catch (error) {
    return error;
  }
}

async function textOf(client: ClientProxy, pattern: unknown): Promise<string> {
  const error = decodeAuthOsPayload(await failureOf(client, pattern));
  return error.kind === 'not-an-envelope' ? error.body : `${error.code} ${error.error}`;
}

async function main(kind = 'microservice'): Promise<void> {
  let heard: (() => void) | undefined;
  const warned = new Promise<void>((resolve) => (heard = resolve));
  const { lines, logger } = loggedLines((level) => {
    if (level === 'WARN') heard?.();
  });
  @Module({
    imports: [
      AuthOsErrorsModule.forRoot({
        logger,
        resolveOrganization: () => ({ status: 'active' }),
      }),
    ],
    controllers: [PlansController],
  })
  class AppModule {}

  const options = { host: '127.0.0.1', port: await freePort() };
  const transport: MicroserviceOptions = { transport: Transport.TCP, options };
  const app =
    kind === 'hybrid'
      ? await NestFactory.create(AppModule, { logger: false })
      : await NestFactory.createMicroservice<MicroserviceOptions>(AppModule, {
          ...transport,
          logger: false,
        });
  if ('connectMicroservice' in app) {
    app.connectMicroservice(transport, { inheritAppConfig: true });
    await app.startAllMicroservices();
    await app.listen(0, '127.0.0.1');
  } else {
    await app.listen();
  }
  deepStrictEqual(lines, ['LOG Every error response is an AuthOS envelope']);

  const client = ClientProxyFactory.create({ transport: Transport.TCP, options });
  const answers: Record<string, string> = {};
  for (const pattern of Object.keys(ANSWERS)) answers[pattern] = await textOf(client, pattern);
  deepStrictEqual(answers, ANSWERS);
  const pending = decodeAuthOsPayload(await failureOf(client, { cmd: 'pending' }));
  deepStrictEqual([pending.code, pending.retryAfter], ['DEVICE_CODE_PENDING', 5]);
  await lastValueFrom(client.emit('event', {}), { defaultValue: undefined });
  await warned;
  deepStrictEqual(lines.at(-1), EVENT);
  client.close();
  await app.close();
}

void main(...process.argv.slice(2));
