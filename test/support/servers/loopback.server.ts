import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';

export interface LoopbackServer {
  port: number;
  url: string;
  stop(): Promise<void>;
}

/** A part of a name has 63 characters at most, so that no name server is asked. */
export const UNKNOWN_HOST = `hunter2.${'x'.repeat(64)}`;

/** An HTTP server on a free port of loopback. */
export function startHttpServer(listener: RequestListener): Promise<LoopbackServer> {
  return listen(createHttpServer(listener));
}

/** A server on a free port of loopback that speaks whatever the test wants. */
export function startTcpServer(onConnection: (socket: Socket) => void): Promise<LoopbackServer> {
  return listen(createTcpServer(onConnection));
}

/** A port of loopback that nothing listens on. */
export async function refusingPort(): Promise<number> {
  const server = await startTcpServer((socket) => socket.destroy());
  await server.stop();
  return server.port;
}

async function listen(server: Server): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
