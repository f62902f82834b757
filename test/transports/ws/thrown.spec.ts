import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AUTHOS_ERRORS, AuthOsErrorsModule } from 'nestjs-authos-errors';
import { type Observable, throwError } from 'rxjs';
import { SECRET } from '../../support/expect-failure.js';
import { recordingLogger } from '../../support/recording-logger.js';
import { THROWN_VALUES, thrownNamed } from '../thrown-values.js';
import { payloadOf } from '../envelope.js';
import { type GatewayClient, PROTOCOLS, type RunningGateways, startGateways } from './gateways.js';

interface Message {
  readonly name: string;
  /** What a client sends with it, which must not come back. */
  readonly password: string;
}

function fail(name: string): never {
  throw thrownNamed(name);
}

@WebSocketGateway()
class PlansGateway {
  @SubscribeMessage('thrown')
  thrown(@MessageBody() { name }: Message): never {
    return fail(name);
  }

  @SubscribeMessage('rejected')
  async rejected(@MessageBody() { name }: Message): Promise<never> {
    return fail(name);
  }

  @SubscribeMessage('stream')
  stream(@MessageBody() { name }: Message): Observable<never> {
    return throwError(() => thrownNamed(name));
  }
}

describe.each(PROTOCOLS)('a gateway of $name', (protocol) => {
  const logger = recordingLogger();
  let running: RunningGateways;
  let client: GatewayClient;

  beforeAll(async () => {
    running = await startGateways(protocol, {
      imports: [AuthOsErrorsModule.forRoot({ logger })],
      providers: [PlansGateway],
    });
    client = await protocol.connect(running.url);
  });

  afterAll(async () => {
    client.close();
    await running.app.close();
  });

  describe.each(['ask', 'exception'] as const)('answers by %s', (way) => {
    describe.each(['thrown', 'rejected', 'stream'])('what %s fails with', (event) => {
      it.each(THROWN_VALUES)('$name', async (row) => {
        const { name, code } = row;
        (logger.lines as unknown[]).length = 0;
        const answer = await client[way](event, { name, password: SECRET });
        const payload = payloadOf(row);
        expect(answer).toEqual(way === 'ask' ? protocol.answer(payload) : payload);
        expect(logger.lines.map(([, line]) => line)).toEqual([
          expect.stringContaining(`${AUTHOS_ERRORS[code].status} ${code} WS ${event}: `),
        ]);
      });
    });
  });
});
