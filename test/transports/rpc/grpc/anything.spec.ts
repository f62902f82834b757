import type { ServiceError } from '@grpc/grpc-js';
import { Controller } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { isAuthOsErrorCode } from '../../../../lib/contract/authos-error-code.js';
import { GRPC_STATUS_OF } from '../../../../lib/transports/rpc/grpc-status-of.js';
import { ALL_VALUES, ArbitraryValues } from '../../arbitrary-values.js';
import { startGrpc } from './grpc-server.js';
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

it(`whatever a gRPC handler throws ends its call with one status, for ${ALL_VALUES} values`, async () => {
  const logger = { log() {}, warn() {}, error() {} };
  const running = await startGrpc({ controllers: [AnythingController] }, { logger });
  const ask = async (index: number): Promise<unknown> =>
    (await running.client.call('Plans/Find', { name: String(index) })).error;
  const all = values.throwAll(ask, isStatus);
  expect(await all).toBe('answered');
  await running.close();
}, 300_000);
