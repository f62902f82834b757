import { EventEmitter, once } from 'node:events';
import { Controller } from '@nestjs/common';
import type { ServerUnaryCall } from '@grpc/grpc-js';
import { GrpcMethod } from '@nestjs/microservices';
import { startGrpc } from './grpc-server.js';
import type { Plan } from './plans.controller.js';

const events = new EventEmitter();

/** Fails when the client is gone. */
@Controller()
class SlowController {
  @GrpcMethod('Plans', 'Find')
  async find(_plan: Plan, _metadata: unknown, call: ServerUnaryCall<Plan, Plan>): Promise<never> {
    const gone = once(call, 'cancelled');
    events.emit('called');
    await gone;
    throw new Error('aborted');
  }
}

it('a client that cancels is no fault of the server', async () => {
  const onError = () => void events.emit('reported');
  const { client, logger, close } = await startGrpc({ controllers: [SlowController] }, { onError });
  const [called, reported] = [once(events, 'called'), once(events, 'reported')];
  const outcome = client.call('Plans/Find', {});
  await called;
  client.cancel();
  expect((await outcome).error).toMatchObject({ code: 1 });
  await reported;
  await close();
  expect(logger.lines).toEqual([
    ['debug', '500 INTERNAL_SERVER_ERROR gRPC /plans.Plans/Find: Error: aborted'],
  ]);
});
