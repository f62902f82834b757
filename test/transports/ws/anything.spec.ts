import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AuthOsErrorsModule, isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
import { ArbitraryValues } from '../arbitrary-values.js';
import { type GatewayClient, type RunningGateways, SOCKET_IO, startGateways } from './gateways.js';

const values = new ArbitraryValues();

@WebSocketGateway()
class AnythingGateway {
  @SubscribeMessage('thrown')
  thrown(_client: unknown, index: number): never {
    return values.throw(index);
  }
}

describe('whatever a gateway throws', () => {
  let running: RunningGateways;
  let client: GatewayClient;

  beforeAll(async () => {
    running = await startGateways(SOCKET_IO, {
      imports: [AuthOsErrorsModule.forRoot({ logger: { log() {}, warn() {}, error() {} } })],
      providers: [AnythingGateway],
    });
    client = await SOCKET_IO.connect(running.url);
  });

  afterAll(async () => {
    client.close();
    await running.app.close();
  });

  values.itAnswers(
    'is acknowledged with one envelope',
    (index) => client.ask('thrown', index),
    isAuthOsErrorEnvelope,
  );
});
