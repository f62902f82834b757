import type { ServiceError } from '@grpc/grpc-js';
import { Controller } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { isAuthOsErrorCode } from '../../../../lib/contract/authos-error-code.js';
import { GRPC_STATUS_OF } from '../../../../lib/transports/rpc/grpc-status-of.js';
import { ArbitraryValues } from '../../arbitrary-values.js';
import { type RunningGrpc, startGrpc } from './grpc-server.js';
import type { Plan } from './plans.controller.js';

const values = new ArbitraryValues();

@Controller()
class AnythingController {
  @GrpcMethod('Plans', 'Find')
  find({ name }: Plan): never {
    return values.throw(Number(name));
  }
}

/** The status of a call that has a code of the contract. */
function isStatus(error: unknown): boolean {
  const { code, details, metadata } = error as ServiceError;
  const [errorCode] = metadata.get('authos-error-code');
  return isAuthOsErrorCode(errorCode) && code === GRPC_STATUS_OF[errorCode] && details !== '';
}

describe('whatever a gRPC handler throws', () => {
  let running: RunningGrpc;

  beforeAll(async () => {
    const logger = { log() {}, warn() {}, error() {} };
    running = await startGrpc({ controllers: [AnythingController] }, { logger });
  });

  afterAll(() => running.close());

  const ask = async (index: number): Promise<unknown> =>
    (await running.client.call('Plans/Find', { name: String(index) })).error;

  values.itAnswers('ends its call with one status', ask, isStatus);
});
