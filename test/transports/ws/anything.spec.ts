import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AuthOsErrorsModule, isAuthOsErrorEnvelope } from 'nestjs-authos-errors';
import { ALL_VALUES, ArbitraryValues } from '../arbitrary-values.js';
import { PROTOCOLS, startGateways } from './gateways.js';

describe('whatever a gateway throws', () => {
  const values = new ArbitraryValues();

  @WebSocketGateway()
  class AnythingGateway {
    @SubscribeMessage('thrown')
    thrown(_client: unknown, index: number): never {
      return values.throw(index);
    }
  }

  it(`is acknowledged with one envelope, for ${ALL_VALUES} values`, async () => {
    const [socketIo] = PROTOCOLS;
    const { app, url } = await startGateways(socketIo!, {
      imports: [AuthOsErrorsModule.forRoot({ logger: { log() {}, warn() {}, error() {} } })],
      providers: [AnythingGateway],
    });
    const client = await socketIo!.connect(url);
    const all = values.throwAll((index) => client.ask('thrown', index), isAuthOsErrorEnvelope);
    expect(await all).toBe('answered');
    client.close();
    await app.close();
  }, 300_000);
});
