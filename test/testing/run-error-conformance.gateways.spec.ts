import { jest } from '@jest/globals';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  type INestApplication,
  type Type,
  UseFilters,
} from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WsAdapter } from '@nestjs/platform-ws';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AuthOsErrorsModule, SkipAuthOsErrors } from 'nestjs-authos-errors';
import { FAULT_NAMES } from '../../lib/testing/conformance/faults.js';
import { MESSAGE_PHASES } from '../../lib/testing/conformance/transports/message-handlers.js';
import { recordingLogger } from '../support/recording-logger.js';
import { createApp, HANDLER_ALONE, problemsOf, problemWith, SECRET } from './conformance-of.js';

interface Client {
  emit(event: string, payload: unknown): void;
  send(frame: string): void;
}

/** Tells the client what was thrown, whichever adapter it came by. */
@Catch()
class TellingFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const client = host.switchToWs().getClient<Partial<Client>>();
    const data = { message: error instanceof Error ? error.message : 'It failed.' };
    if (client.send) client.send(JSON.stringify({ event: 'exception', data }));
    else client.emit?.('exception', data);
  }
}

/** Answers nobody. */
@Catch(TypeError)
class SilentFilter implements ExceptionFilter {
  catch(): void {}
}

/** Each test has a gateway of its own, as applications of one process share the filters of their classes. */
function gatewayWith(...filters: Type<ExceptionFilter>[]): Type {
  @WebSocketGateway()
  @UseFilters(...filters)
  class PlansGateway {
    @SubscribeMessage('plan')
    plan(): string {
      return 'gold';
    }
  }
  return PlansGateway;
}

@WebSocketGateway()
@SkipAuthOsErrors()
class SkippedGateway {
  @SubscribeMessage('plan')
  plan(): void {}
}

@WebSocketGateway()
@UseFilters(TellingFilter)
class HalfGateway {
  @SubscribeMessage('plan')
  @SkipAuthOsErrors()
  plan(): void {}

  @SubscribeMessage('plans')
  plans(): void {}
}

/** As the one above, without a filter of its own. */
@WebSocketGateway()
class FineGateway {
  @SubscribeMessage('plan')
  @SkipAuthOsErrors()
  plan(): void {}

  @SubscribeMessage('plans')
  plans(): void {}
}

const ADAPTERS: Readonly<Record<string, Type<IoAdapter | WsAdapter>>> = {
  'socket.io': IoAdapter,
  ws: class OwnAdapter extends WsAdapter {},
};

describe.each(Object.entries(ADAPTERS))('runErrorConformance with %s', (adapter, Adapter) => {
  async function create(
    gateways: Type[],
    module: object | null = AuthOsErrorsModule,
  ): Promise<INestApplication> {
    const imports = module ? [module as Type] : [];
    const app = await createApp('express', { imports, providers: gateways });
    return app.useWebSocketAdapter(new Adapter(app));
  }

  it('finds nothing in a gateway where the module is imported', async () => {
    expect(await problemsOf(await create([gatewayWith()]), { skip: ['http'] })).toEqual([]);
  });

  it('has each fault logged and reported once', async () => {
    const logger = recordingLogger();
    const onError = jest.fn<() => void>();
    const app = await create([gatewayWith()], AuthOsErrorsModule.forRoot({ logger, onError }));
    await problemsOf(app, { skip: HANDLER_ALONE });
    const lines = logger.lines.filter(([, line]) => String(line).includes(' WS'));
    expect(lines).toHaveLength(FAULT_NAMES.length);
    expect(onError).toHaveBeenCalledTimes(lines.length);
  });

  it('lists a filter of one gateway that tells what was thrown', async () => {
    const Telling = Object.defineProperty(gatewayWith(TellingFilter), 'name', { value: 'Telling' });
    const app = await create([gatewayWith(), Telling]);
    const problems = await problemsOf(app, { skip: HANDLER_ALONE });
    expect(problemWith(problems, 'handler', 'pg-unique-violation')).toEqual({
      transport: 'gateway',
      phase: 'handler',
      fault: 'pg-unique-violation',
      request: 'gateway Telling',
      problem: 'the error is no AuthOS envelope; the error tells the secret of the fault',
      headers: {},
      body: expect.stringContaining(SECRET),
    });
    expect(new Set(problems.map(({ request }) => request))).toEqual(new Set(['gateway Telling']));
    // What the filter itself fails at is answered by the module.
    const answered = FAULT_NAMES.filter((name) => !problemWith(problems, 'handler', name));
    expect(answered).toEqual(['throwing-getter', 'revoked-proxy']);
  });

  it('says that no answer came where a filter sends none', async () => {
    const app = await create([gatewayWith(SilentFilter)]);
    const problems = await problemsOf(app, { skip: HANDLER_ALONE, timeout: 200 });
    const [silent] = problems;
    expect(problems).toHaveLength(1);
    expect(silent).toMatchObject({
      fault: 'fetch-failed',
      body: '',
      problem: expect.stringMatching(
        /^no answer came within 200 ms; the other \d+ faults of the phase were not tried$/,
      ),
    });
  });

  it('passes over what is left to Nest, and tries the rest of its gateway', async () => {
    const problems = await problemsOf(await create([SkippedGateway, HalfGateway, FineGateway]), {
      skip: HANDLER_ALONE,
    });
    expect(problemWith(problems, 'handler', 'error')).toMatchObject({
      request: 'gateway HalfGateway',
      body: expect.stringContaining(SECRET),
    });
    expect(new Set(problems.map(({ request }) => request))).toEqual(
      new Set(['gateway HalfGateway']),
    );
  });

  it('finds failures in every phase without the module', async () => {
    const options = { skip: ['http' as const], timeout: 200 };
    const problems = await problemsOf(await create([gatewayWith()], null), options);
    expect([...new Set(problems.map(({ phase }) => phase))]).toEqual(MESSAGE_PHASES);
  });

  it(`leaves gateways out where it is told to, and applications of ${adapter} without one`, async () => {
    const skip = ['http', 'gateway'] as const;
    expect(await problemsOf(await create([gatewayWith()], null), { skip })).toEqual([]);
    expect(await problemsOf(await create([]), { skip: ['http'] })).toEqual([]);
  });
});
