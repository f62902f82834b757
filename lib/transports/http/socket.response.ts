import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpAnswer, HttpResponse } from './http-response.interface.js';

type HttpSocket = Socket & { _httpMessage?: { headersSent: boolean } | null };

/** A bare connection on which Node's parser gave up, so that there is no response object. */
export class SocketResponse implements HttpResponse {
  constructor(private readonly socket: HttpSocket) {}

  static accepts(response: unknown): response is Socket {
    return typeof (response as Partial<Socket>).destroySoon === 'function';
  }

  get state(): HttpResponse['state'] {
    const { socket } = this;
    if (!socket.writable) return 'aborted';
    // An answer to an earlier request on this connection is under way.
    return socket._httpMessage?.headersSent ? 'started' : 'open';
  }

  keepError(): void {}

  header(): undefined {
    return undefined;
  }

  headerNames(): readonly string[] {
    return [];
  }

  send({ status, headers, body }: HttpAnswer): void {
    const lines = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      `content-length: ${Buffer.byteLength(body)}`,
      `date: ${new Date().toUTCString()}`,
      'connection: close',
    ];
    this.socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
    this.socket.destroySoon();
  }

  abort(): void {
    this.socket.destroy();
  }
}
