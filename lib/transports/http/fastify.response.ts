import type { ServerResponse } from 'node:http';
import type { HttpAnswer, HttpResponse } from './http-response.interface.js';
import { NodeResponse, stateOf } from './node.response.js';
import { BODY_HEADERS, isValidHeader } from './response-headers.js';

/** Marks a reply that an answer was given to: a second one means that a hook refused the first. */
const ANSWERED = Symbol('nestjs-authos-errors/answered');

/** The part of Fastify's reply that is used here; Fastify itself is never imported. */
export interface FastifyReplyLike {
  readonly raw: ServerResponse;
  readonly sent: boolean;
  [ANSWERED]?: true;
  code(status: number): unknown;
  getHeader(name: string): unknown;
  getHeaders(): Record<string, unknown>;
  header(name: string, value: unknown): unknown;
  removeHeader(name: string): unknown;
  hijack(): unknown;
  send(payload: string): unknown;
  serializer(serialize: (payload: string) => string): unknown;
}

/** Fastify's reply. It is sent through Fastify, so that the onSend and onResponse hooks run. */
export class FastifyResponse implements HttpResponse {
  constructor(private readonly reply: FastifyReplyLike) {}

  static accepts(response: unknown): response is FastifyReplyLike {
    const { raw, code, send } = response as Partial<FastifyReplyLike>;
    return typeof raw === 'object' && typeof code === 'function' && typeof send === 'function';
  }

  get state(): HttpResponse['state'] {
    const state = stateOf(this.reply.raw);
    // A hijacked reply belongs to the handler from then on.
    return state === 'open' && this.reply.sent ? 'started' : state;
  }

  keepError(error: unknown): void {
    (this.reply.raw as { err?: unknown }).err = error;
  }

  header(name: string): unknown {
    return this.reply.getHeader(name);
  }

  headerNames(): readonly string[] {
    return Object.keys(this.reply.getHeaders());
  }

  send(answer: HttpAnswer): void {
    const { reply } = this;
    const { status, headers, body } = answer;
    const set = reply.getHeaders();
    for (const name in set) {
      // Fastify finds out that Node refuses a header when it is too late for an answer.
      if (BODY_HEADERS.has(name) || !isValidHeader(name, set[name])) {
        reply.removeHeader(name);
        reply.raw.removeHeader(name);
      }
    }
    if (reply[ANSWERED]) return this.sendPastHooks(answer);
    reply[ANSWERED] = true;
    for (const name in headers) reply.header(name, headers[name]);
    reply.code(status);
    // The handler may have chosen a serializer for its own payload.
    reply.serializer(asIs);
    reply.send(body);
  }

  /** A hook that fails for the envelope as well would have Fastify answer in its own words. */
  private sendPastHooks(answer: HttpAnswer): void {
    const { reply } = this;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      reply.raw.setHeader(name, value as string);
    }
    reply.hijack();
    new NodeResponse(reply.raw).send(answer);
  }

  abort(body: string): void {
    new NodeResponse(this.reply.raw).abort(body);
  }
}

function asIs(payload: string): string {
  return payload;
}
