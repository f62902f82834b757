// Exits with 0 when a microservice over gRPC answers with the contract.
import 'reflect-metadata';
import { deepStrictEqual } from 'node:assert';
import { Controller, Module, NotFoundException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  GrpcMethod,
  type MicroserviceOptions,
  RpcException,
  Transport,
} from '@nestjs/microservices';
import { credentials, loadPackageDefinition, type ServiceError } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { AuthOsErrorsModule, AuthOsException, SkipAuthOsErrors } from 'nestjs-authos-errors';
import { decodeAuthOsPayload } from 'nestjs-authos-errors/client';
import { concat, type Observable, of, throwError } from 'rxjs';
import { freePort } from './free-port.js';
import { loggedLines } from './logged-lines.js';

const TYPES = { requestType: 'Plan', responseType: 'Plan', comment: '' };
const packageDefinition = fromJSON({
  nested: {
    plans: {
      nested: {
        Plan: { fields: { name: { type: 'string', id: 1 } } },
        Plans: {
          methods: {
            Thrown: TYPES,
            Pending: TYPES,
            Unknown: TYPES,
            OwnWords: TYPES,
            Skipped: TYPES,
            Midway: { ...TYPES, responseStream: true },
          },
        },
      },
    },
  },
});

@Controller()
export class PlansController {
  @GrpcMethod('Plans')
  thrown(): never {
    throw new NotFoundException('There is no plan gold.');
  }

  @GrpcMethod('Plans')
  pending(): never {
    throw new AuthOsException('DEVICE_CODE_PENDING', 'Approve the sign-in.', { retryAfter: 5 });
  }

  @GrpcMethod('Plans')
  async unknown(): Promise<never> {
    throw new Error('secret');
  }

  @GrpcMethod('Plans')
  ownWords(): never {
    throw new RpcException('The room is full.');
  }

  @GrpcMethod('Plans')
  @SkipAuthOsErrors()
  skipped(): never {
    throw new RpcException('The room is full.');
  }

  @GrpcMethod('Plans')
  midway(): Observable<object> {
    return concat(
      of({ name: 'gold' }),
      throwError(() => new Error('secret')),
    );
  }
}

interface Call {
  on(event: 'data', heard: (plan: object) => void): void;
  on(event: 'error', heard: (error: ServiceError) => void): void;
}

interface PlansClient {
  [method: string]: (plan: object, done?: (error: ServiceError) => void) => Call;
}

const INTERNAL = 'An unexpected error occurred.';
const ANSWERS: Record<string, unknown[]> = {
  Thrown: [5, 'There is no plan gold.', 'NOT_FOUND', undefined],
  Pending: [9, 'Approve the sign-in.', 'DEVICE_CODE_PENDING', 5],
  Unknown: [13, INTERNAL, 'INTERNAL_SERVER_ERROR', undefined],
  OwnWords: [3, 'The room is full.', 'BAD_REQUEST', undefined],
  Skipped: [2, 'The room is full.', undefined, undefined],
};

function partsOf(error: ServiceError): unknown[] {
  const { code, retryAfter } = decodeAuthOsPayload(error);
  return [error.code, error.details, code, retryAfter];
}

async function main(): Promise<void> {
  const { lines, logger } = loggedLines();
  @Module({ imports: [AuthOsErrorsModule.forRoot({ logger })], controllers: [PlansController] })
  class AppModule {}

  const url = `127.0.0.1:${await freePort()}`;
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(AppModule, {
    transport: Transport.GRPC,
    options: { package: 'plans', packageDefinition, url },
    logger: false,
  });
  await app.listen();
  deepStrictEqual(lines, ['LOG Every error response is an AuthOS envelope']);

  const { plans } = loadPackageDefinition(packageDefinition) as unknown as {
    plans: { Plans: new (url: string, credentials: object) => PlansClient & { close(): void } };
  };
  const client = new plans.Plans(url, credentials.createInsecure());
  const answers: Record<string, unknown[]> = {};
  for (const method of Object.keys(ANSWERS)) {
    const error = await new Promise<ServiceError>((resolve) => client[method]!({}, resolve));
    answers[method] = partsOf(error);
  }
  deepStrictEqual(answers, ANSWERS);

  const told: unknown[] = [];
  const stream = client.Midway!({});
  stream.on('data', (plan) => told.push({ ...plan }));
  told.push(partsOf(await new Promise<ServiceError>((resolve) => stream.on('error', resolve))));
  deepStrictEqual(told, [{ name: 'gold' }, [13, INTERNAL, 'INTERNAL_SERVER_ERROR', undefined]]);
  deepStrictEqual(
    lines.filter((line) => line.startsWith('ERROR')),
    ['Unknown', 'Midway'].map(
      (method) => `ERROR 500 INTERNAL_SERVER_ERROR gRPC /plans.Plans/${method}: Error: secret`,
    ),
  );
  client.close();
  await app.close();
}

void main();
