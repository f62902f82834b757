import { EventEmitter, once } from 'node:events';
import { Controller, NotFoundException } from '@nestjs/common';
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js';
import { GrpcStreamCall } from '@nestjs/microservices';
import { AuthOsException } from 'nestjs-authos-errors';
import { SECRET } from '../../../support/expect-failure.js';
import { expectStatus } from './expect-status.js';
import { type RunningGrpc, startGrpc } from './grpc-server.js';
import type { Plan } from './plans.controller.js';

/** Handlers that get the call itself. */
@Controller()
class RawController {
  @GrpcStreamCall('RawPlans', 'Upload')
  upload(_call: ServerReadableStream<Plan, Plan>, _answer: sendUnaryData<Plan>): never {
    throw new AuthOsException('NOT_FOUND', 'No plan.', { retryAfter: 5 });
  }

  @GrpcStreamCall('RawPlans', 'Discuss')
  async discuss(call: ServerDuplexStream<Plan, Plan>): Promise<never> {
    call.write({ name: 'bronze' });
    await new Promise((resolve) => call.once('data', resolve));
    throw new Error(SECRET);
  }

  @GrpcStreamCall('RawPlans', 'Emit')
  emit(call: ServerDuplexStream<Plan, Plan>): void {
    call.emit('error', new Error('an own text'));
  }
}

/** Fails when the client has its answer already. */
const events = new EventEmitter();

@Controller()
class LateController {
  @GrpcStreamCall('RawPlans', 'Upload')
  async upload(
    _call: ServerReadableStream<Plan, Plan>,
    answer: sendUnaryData<Plan>,
  ): Promise<never> {
    answer(null, { name: 'gold' });
    await once(events, 'answered');
    throw new NotFoundException('Too late.');
  }
}

describe('a handler with the call itself', () => {
  let running: RunningGrpc;

  beforeAll(async () => {
    running = await startGrpc({ controllers: [RawController] });
  });

  afterAll(() => running.close());

  afterEach(() => {
    (running.logger.lines as unknown[]).length = 0;
  });

  it('that throws is answered', async () => {
    const { error } = await running.client.call('RawPlans/Upload', {});
    expectStatus(error, { code: 'NOT_FOUND', text: 'No plan.', retryAfter: 5 });
    expectLine('debug', '404 NOT_FOUND gRPC /plans.RawPlans/Upload: AuthOsException: No plan.');
  });

  it('that rejects is answered after what it has sent', async () => {
    const { values, error } = await running.client.call('RawPlans/Discuss', {});
    expect(values).toEqual([{ name: 'bronze' }]);
    expectStatus(error, { code: 'INTERNAL_SERVER_ERROR' });
    expectLine('error', '500 INTERNAL_SERVER_ERROR gRPC /plans.RawPlans/Discuss: Error: hunter2');
  });

  it('that emits an error itself has answered, and no filter hears of it', async () => {
    const { error } = await running.client.call('RawPlans/Emit', {});
    expect(error).toMatchObject({ code: 2, details: 'an own text' });
    expect(running.logger.lines).toEqual([]);
  });

  function expectLine(level: string, text: string): void {
    expect(running.logger.lines.map((line) => line.slice(0, 2))).toEqual([[level, text]]);
  }
});

it('a handler with the call itself that throws after its answer is logged', async () => {
  const onError = () => void events.emit('reported');
  const { client, logger, close } = await startGrpc({ controllers: [LateController] }, { onError });
  const outcome = await client.call('RawPlans/Upload', {});
  expect(outcome).toEqual({ values: [{ name: 'gold' }], error: undefined });
  const reported = once(events, 'reported');
  events.emit('answered');
  await reported;
  await close();
  const text = '404 NOT_FOUND gRPC /plans.RawPlans/Upload: NotFoundException: Too late.';
  expect(logger.lines.map((line) => line.slice(0, 2))).toEqual([['debug', text]]);
});
