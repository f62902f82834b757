import { Controller, type Type } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { ServiceError } from '@grpc/grpc-js';
import type { AuthOsErrorsOptions } from 'nestjs-authos-errors';
import { startGrpc } from './grpc-server.js';

export interface GrpcAnswer {
  readonly error: ServiceError | undefined;
  /** What was logged: level, text and stack. */
  readonly lines: readonly (readonly unknown[])[];
}

/** A controller whose one method throws. */
export function throwing(thrown: () => unknown): Type {
  @Controller()
  class Throwing {
    @GrpcMethod('Plans', 'Find')
    find(): never {
      throw thrown();
    }
  }
  return Throwing;
}

/** What becomes of a value that a handler throws, in a microservice of its own. */
export async function answerTo(
  thrown: () => unknown,
  options?: AuthOsErrorsOptions,
): Promise<GrpcAnswer> {
  const { client, logger, close } = await startGrpc({ controllers: [throwing(thrown)] }, options);
  const { error } = await client.call('Plans/Find', {});
  await close();
  return { error, lines: logger.lines };
}
