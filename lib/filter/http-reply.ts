import type { ServerResponse } from 'node:http';
import { FastifyReply } from './fastify.reply.js';
import type { HttpReply } from './http-reply.interface.js';
import { NodeReply } from './node.reply.js';

/** Middleware on Fastify is handed Node's own response, so the object decides and not the adapter. */
export function httpReplyOf(response: unknown): HttpReply {
  return FastifyReply.accepts(response)
    ? new FastifyReply(response)
    : new NodeReply(response as ServerResponse);
}
