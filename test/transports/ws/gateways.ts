import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { INestApplication, ModuleMetadata, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WsAdapter } from '@nestjs/platform-ws';
import { type AuthOsErrorCode, AUTHOS_ERRORS } from 'nestjs-authos-errors';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';

/** How a server refused a connection: what it sent, and how it closed. */
export interface Refusal {
  readonly sent: readonly unknown[];
  readonly closed: unknown;
}

export interface GatewayClient {
  /** The answer to a message: the acknowledgement of socket.io and no event beside it, the next frame of ws. */
  ask(event: string, data?: unknown): Promise<unknown>;
  /** The event of an error, for a message without an acknowledgement. */
  exception(event: string, data?: unknown): Promise<unknown>;
  close(): void;
}

/** An adapter of Nest, with the real client of its protocol. */
export interface Protocol {
  readonly name: string;
  readonly Adapter: Type<IoAdapter | WsAdapter>;
  connect(url: string): Promise<GatewayClient>;
  /** Connects where nobody is let in. */
  beRefused(url: string): Promise<Refusal>;
  /** How a connection is closed that was refused with a code. */
  closedWith(code: AuthOsErrorCode): unknown;
  /** An error as the answer to a message, or sent by itself. */
  answer(envelope: unknown): unknown;
}

export const SOCKET_IO: Protocol = {
  name: 'socket.io',
  Adapter: IoAdapter,
  async connect(url) {
    const socket = io(url, { forceNew: true });
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    return {
      async ask(event, data) {
        const exceptions: unknown[] = [];
        const listener = (exception: unknown): unknown => exceptions.push(exception);
        socket.on('exception', listener);
        const answer: unknown = await socket.emitWithAck(event, data);
        socket.off('exception', listener);
        expect(exceptions).toEqual([]);
        return answer;
      },
      exception: (event, data) =>
        new Promise((resolve) => {
          socket.once('exception', resolve);
          socket.emit(event, data);
        }),
      close: () => socket.close(),
    };
  },
  beRefused(url) {
    const socket = io(url, { forceNew: true, reconnection: false });
    const sent: unknown[] = [];
    socket.on('exception', (...args: unknown[]) => sent.push(...args));
    return new Promise((resolve) => {
      socket.once('disconnect', (closed) => resolve({ sent, closed }));
    });
  },
  closedWith: () => 'io server disconnect',
  answer: (envelope) => envelope,
};

const WS: Protocol = {
  name: 'ws',
  Adapter: WsAdapter,
  async connect(url) {
    const socket = new WebSocket(url.replace('http', 'ws'));
    await once(socket, 'open');
    const ask = async (event: string, data: unknown): Promise<unknown> => {
      socket.send(JSON.stringify({ event, data }));
      const [frame] = await once(socket, 'message');
      return JSON.parse(String(frame)) as unknown;
    };
    return {
      ask,
      exception: async (event, data) => ((await ask(event, data)) as { data: unknown }).data,
      close: () => socket.close(),
    };
  },
  async beRefused(url) {
    const socket = new WebSocket(url.replace('http', 'ws'));
    const sent: unknown[] = [];
    socket.on('message', (frame: Buffer) => {
      const { event, data } = JSON.parse(frame.toString()) as Record<string, unknown>;
      expect(event).toBe('exception');
      sent.push(data);
    });
    const [code, reason] = await once(socket, 'close');
    return { sent, closed: [code, String(reason)] };
  },
  closedWith: (code) => [4000 + AUTHOS_ERRORS[code].status, code],
  answer: (data) => ({ event: 'exception', data }),
};

export const PROTOCOLS: readonly Protocol[] = [SOCKET_IO, WS];

export interface RunningGateways {
  readonly app: INestApplication;
  readonly url: string;
}

/** Starts an application with gateways on a free port of loopback. */
export async function startGateways(
  { Adapter }: Protocol,
  metadata: ModuleMetadata,
  configure: (app: INestApplication) => unknown = () => {},
): Promise<RunningGateways> {
  const app = await NestFactory.create(
    { module: class AppModule {}, ...metadata },
    { logger: false },
  );
  app.useWebSocketAdapter(new Adapter(app));
  await configure(app);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, url: `http://127.0.0.1:${port}` };
}
