import type { ServerResponse } from 'node:http';
import type { HttpAnswer, HttpResponse } from './http-response.interface.js';
import { BODY_HEADERS } from './response-headers.js';

/** Node's own response, which Express extends and middleware on Fastify receives. */
export class NodeResponse implements HttpResponse {
  constructor(private readonly response: ServerResponse) {}

  get state(): HttpResponse['state'] {
    return stateOf(this.response);
  }

  keepError(error: unknown): void {
    (this.response as { err?: unknown }).err = error;
  }

  header(name: string): unknown {
    return this.response.getHeader(name);
  }

  headerNames(): readonly string[] {
    return this.response.getHeaderNames();
  }

  send({ status, headers, body }: HttpAnswer): void {
    const { response } = this;
    for (const name of response.getHeaderNames()) {
      if (BODY_HEADERS.has(name)) response.removeHeader(name);
    }
    for (const name in headers) response.setHeader(name, headers[name]!);
    response.setHeader('content-length', Buffer.byteLength(body));
    response.statusCode = status;
    response.end(response.req.method === 'HEAD' ? undefined : body);
  }

  abort(body: string): void {
    const { response } = this;
    if (!isEventStream(response)) {
      response.destroy();
      return;
    }
    // The events before the error are still on their way through Nest's stream within this turn.
    setImmediate(() => {
      response.write(`event: error\ndata: ${body}\n\n`, () => response.destroy());
    });
  }
}

/** Where Node's response stands; the one under Fastify's reply is read the same way. */
export function stateOf(response: ServerResponse): HttpResponse['state'] {
  // Most answers need no more than this. A stream of HTTP/2 that was reset is open here, and takes an answer to nowhere.
  if (!response.headersSent) {
    // A parser of uploads hears of the end before the response does.
    const isGone = response.destroyed || response.socket?.writable === false;
    return isGone ? 'aborted' : 'open';
  }
  if (response.writableEnded) return 'ended';
  return response.destroyed ? 'aborted' : 'started';
}

/** Headers given to `writeHead` are no longer among those that can be asked for, only in what was written. */
function isEventStream(response: ServerResponse & { _header?: string }): boolean {
  const type =
    response.getHeader('content-type') ?? /^content-type:(.*)$/im.exec(response._header ?? '')?.[1];
  return String(type).trim().startsWith('text/event-stream');
}
