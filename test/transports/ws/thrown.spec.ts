import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WsAdapter } from '@nestjs/platform-ws';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AUTHOS_ERRORS, AuthOsErrorsModule } from 'nestjs-authos-errors';
import { type Observable, throwError } from 'rxjs';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { SECRET } from '../../support/expect-failure.js';
import { recordingLogger } from '../../support/recording-logger.js';
import { THROWN_VALUES } from '../thrown-values.js';

interface Message {
  readonly name: string;
  /** What a client sends with it, which must not come back. */
  readonly password: string;
}

function fail(name: string): never {
  throw THROWN_VALUES.find((row) => row.name === name)!.thrown();
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
    return throwError(() => THROWN_VALUES.find((row) => row.name === name)!.thrown());
  }
}

/** A client of one adapter: what it gets for a message, by each way that it can get it. */
interface Client {
  readonly ways: Readonly<Record<string, (event: string, message: Message) => Promise<unknown[]>>>;
  close(): void;
}

const ADAPTERS: Readonly<
  Record<string, [Type<IoAdapter | WsAdapter>, (url: string) => Promise<Client>]>
> = {
  'socket.io': [IoAdapter, connectSocketIo],
  ws: [WsAdapter, connectWs],
};

async function connectSocketIo(url: string): Promise<Client> {
  const socket: Socket = io(url, { forceNew: true });
  const exceptions: unknown[] = [];
  socket.on('exception', (...args: unknown[]) => exceptions.push(args));
  return {
    ways: {
      'as the acknowledgement alone': async (event, message) => {
        const answer: unknown = await socket.emitWithAck(event, message);
        return [answer, ...exceptions];
      },
      'as an event where there is no acknowledgement': (event, message) =>
        new Promise((resolve) => {
          socket.once('exception', (...args: unknown[]) => {
            exceptions.length = 0;
            resolve(args);
          });
          socket.emit(event, message);
        }),
    },
    close: () => socket.close(),
  };
}

async function connectWs(url: string): Promise<Client> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/`);
  await once(socket, 'open');
  return {
    ways: {
      'as a frame': async (event, data) => {
        socket.send(JSON.stringify({ event, data }));
        const [frame] = await once(socket, 'message');
        const { event: name, data: payload } = JSON.parse(String(frame)) as Record<string, unknown>;
        expect(name).toBe('exception');
        return [payload];
      },
    },
    close: () => socket.close(),
  };
}

describe.each(Object.entries(ADAPTERS))('a gateway of %s', (_name, [Adapter, connect]) => {
  const logger = recordingLogger();
  let app: INestApplication;
  let client: Client;

  beforeAll(async () => {
    app = await NestFactory.create(
      {
        module: class AppModule {},
        imports: [AuthOsErrorsModule.forRoot({ logger })],
        providers: [PlansGateway],
      },
      { logger: false },
    );
    app.useWebSocketAdapter(new Adapter(app));
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    client = await connect(`http://127.0.0.1:${port}`);
  });

  afterAll(async () => {
    client.close();
    await app.close();
  });

  const ways =
    _name === 'ws'
      ? ['as a frame']
      : ['as the acknowledgement alone', 'as an event where there is no acknowledgement'];

  describe.each(ways)('answers %s', (way) => {
    describe.each(['thrown', 'rejected', 'stream'])('what %s fails with', (event) => {
      it.each(THROWN_VALUES)('$name', async ({ name, code, text, retryAfter }) => {
        (logger.lines as unknown[]).length = 0;
        const answer = await client.ways[way]!(event, { name, password: SECRET });
        expect(answer).toEqual([
          {
            error: text,
            error_code: code,
            timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
            ...(retryAfter !== undefined && { retry_after: retryAfter }),
          },
        ]);
        expect(logger.lines.map(([, line]) => line)).toEqual([
          expect.stringContaining(`${AUTHOS_ERRORS[code].status} ${code} WS ${event}: `),
        ]);
      });
    });
  });
});
