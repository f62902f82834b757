import { ServerResponse } from 'node:http';
import { FastifyReply } from './fastify.reply.js';
import type { HttpReply } from './http-reply.interface.js';
import { SocketReply } from './socket.reply.js';
import { NodeReply } from './node.reply.js';

/**
 * The reply for whatever stands in the place of the response: middleware on Fastify is handed Node's own response,
 * and the HTTP parser a socket, so the object decides and not the adapter.
 */
export function httpReplyOf(response: unknown): HttpReply {
  // Express first: to ask its response for what marks the others finds nothing, and is slow.
  if (response instanceof ServerResponse) return new NodeReply(response);
  if (FastifyReply.accepts(response)) return new FastifyReply(response);
  return SocketReply.accepts(response)
    ? new SocketReply(response)
    : new NodeReply(response as ServerResponse);
}
