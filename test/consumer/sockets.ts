// Exits with 0 when a gateway answers with the contract and nothing that it does ends the process: sockets.js <socket.io|ws>
import 'reflect-metadata';
import { deepStrictEqual } from 'node:assert';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  type INestApplication,
  Module,
  NotFoundException,
  UseFilters,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WsAdapter } from '@nestjs/platform-ws';
import { SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets';
import {
  AuthOsErrorsModule,
  AuthOsException,
  RequireFeature,
  SkipAuthOsErrors,
} from 'nestjs-authos-errors';
import { decodeAuthOsPayload } from 'nestjs-authos-errors/client';
import { concat, type Observable, of, throwError } from 'rxjs';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';

@Catch(RangeError)
class ThrowingFilter implements ExceptionFilter {
  catch(error: RangeError, _host: ArgumentsHost): never {
    throw error;
  }
}

@WebSocketGateway()
export class PlansGateway {
  handleConnection(client: { handshake?: { auth?: object } }, request?: { url?: string }): void {
    const isRefused = request?.url === '/?refused' || 'refused' in (client.handshake?.auth ?? {});
    if (isRefused) throw new AuthOsException('UNAUTHORIZED', 'Sign in first.');
  }

  async handleDisconnect(): Promise<void> {
    throw new Error('secret');
  }

  @SubscribeMessage('thrown')
  thrown(): never {
    throw new NotFoundException('There is no plan gold.');
  }

  @SubscribeMessage('rejected')
  async rejected(): Promise<never> {
    throw new Error('secret');
  }

  @SubscribeMessage('midway')
  midway(): Observable<unknown> {
    return concat(
      of({ event: 'value', data: 1 }),
      throwError(() => new Error('secret')),
    );
  }

  @SubscribeMessage('own words')
  ownWords(): never {
    throw new WsException('The room is full.');
  }

  @SubscribeMessage('guarded')
  @RequireFeature('sso')
  guarded(): string {
    return 'granted';
  }

  @SubscribeMessage('filtered')
  @UseFilters(ThrowingFilter)
  filtered(): never {
    throw new RangeError('secret');
  }

  @SubscribeMessage('skipped')
  @SkipAuthOsErrors()
  skipped(): never {
    throw new WsException('The room is full.');
  }
}

const INTERNAL = 'INTERNAL_SERVER_ERROR An unexpected error occurred.';
const ANSWERS: Record<string, string> = {
  thrown: 'NOT_FOUND There is no plan gold.',
  rejected: INTERNAL,
  midway: INTERNAL,
  'own words': 'BAD_REQUEST The room is full.',
  guarded:
    "FEATURE_NOT_AVAILABLE_IN_TIER This feature is not included in the organization's current tier.",
  filtered: INTERNAL,
};

/** A client of one of the two adapters. */
interface Client {
  ask(event: string): Promise<unknown>;
  close(): void;
}

/** What a client of an adapter gets: its connection, and the answer to one that is refused. */
interface Adapter {
  readonly adapter: (app: INestApplication) => object;
  readonly connect: (url: string) => Promise<Client>;
  readonly refused: (url: string) => Promise<unknown>;
}

const ADAPTERS: Record<string, Adapter> = {
  'socket.io': {
    adapter: (app) => new IoAdapter(app),
    async connect(url) {
      const socket = io(url, { reconnection: false, forceNew: true });
      return {
        // The acknowledgement of a stream is spent with its first value.
        ask: async (event) => {
          if (event !== 'midway' && event !== 'skipped') return socket.emitWithAck(event, {});
          const [answer] = await emitted(socket, 'exception', () => socket.emit(event, {}));
          return answer;
        },
        close: () => socket.close(),
      };
    },
    async refused(url) {
      const socket = io(url, { reconnection: false, forceNew: true, auth: { refused: true } });
      const left = emitted(socket, 'disconnect');
      const [answer] = await emitted(socket, 'exception');
      const [reason] = await left;
      return { answer: textOf(answer), reason };
    },
  },
  ws: {
    adapter: (app) => new WsAdapter(app),
    async connect(url) {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/`);
      await once(socket, 'open');
      return {
        // Frames may come together, so that one listener reads them all.
        ask: (event) =>
          new Promise((resolve) => {
            const listener = (message: unknown): void => {
              const frame = frameOf([message]);
              if (frame.event !== 'exception') return;
              socket.off('message', listener);
              resolve(frame.data);
            };
            socket.on('message', listener);
            socket.send(JSON.stringify({ event, data: {} }));
          }),
        close: () => socket.close(),
      };
    },
    async refused(url) {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/?refused`);
      const closed = once(socket, 'close');
      const answer = frameOf(await once(socket, 'message')).data;
      const [code, reason] = await closed;
      return { answer: textOf(answer), reason: `${code} ${String(reason)}` };
    },
  },
};
const REFUSED: Record<string, string> = {
  'socket.io': 'io server disconnect',
  ws: '4401 UNAUTHORIZED',
};

function emitted(
  socket: { once(event: string, listener: (...args: unknown[]) => void): unknown },
  event: string,
  cause?: () => void,
): Promise<unknown[]> {
  return new Promise((resolve) => {
    socket.once(event, (...args) => resolve(args));
    cause?.();
  });
}

function frameOf([message]: unknown[]): { event: string; data: unknown } {
  return JSON.parse(String(message)) as { event: string; data: unknown };
}

function textOf(payload: unknown): string {
  const error = decodeAuthOsPayload(payload);
  return error.kind === 'not-an-envelope' ? error.body : `${error.code} ${error.error}`;
}

async function main(name = 'ws'): Promise<void> {
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const logger = { log, error: log, warn: log, debug: log };
  const disconnected = new Promise<void>((resolve) => {
    logger.error = (line) => {
      log(line);
      if (line.includes('handleDisconnect')) resolve();
    };
  });
  @Module({
    imports: [
      AuthOsErrorsModule.forRoot({
        logger,
        resolveOrganization: () => ({ status: 'active' }),
      }),
    ],
    providers: [PlansGateway],
  })
  class AppModule {}

  const { adapter, connect, refused } = ADAPTERS[name]!;
  const app = await NestFactory.create(AppModule, { logger: false });
  app.useWebSocketAdapter(adapter(app) as never);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const client = await connect(url);
  const answers: Record<string, string> = {};
  for (const event of Object.keys(ANSWERS)) answers[event] = textOf(await client.ask(event));
  deepStrictEqual(answers, ANSWERS);
  // With ws, Nest's own answer arrives from Nest 12 on.
  if (name === 'socket.io') {
    const { message } = (await client.ask('skipped')) as { message: string };
    deepStrictEqual(message, 'The room is full.');
  }
  client.close();
  await disconnected;
  deepStrictEqual(await refused(url), {
    answer: 'UNAUTHORIZED Sign in first.',
    reason: REFUSED[name],
  });
  deepStrictEqual(
    lines.filter((line) => / WS /.test(line) && !line.includes('handle')).length,
    Object.keys(ANSWERS).length,
  );
  await app.close();
}

// The clients of socket.io keep the process alive.
void main(...process.argv.slice(2)).then(() => process.exit());
