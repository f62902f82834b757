import { ServerResponse } from 'node:http';
import { FastifyResponse } from './fastify.response.js';
import type { HttpResponse } from './http-response.interface.js';
import { NodeResponse } from './node.response.js';
import { SocketResponse } from './socket.response.js';

/**
 * Reads whatever the host has as the response: middleware on Fastify is handed Node's own response, and the HTTP
 * parser has only a socket, so the object decides and not the adapter.
 */
export function httpResponseOf(response: unknown): HttpResponse {
  // Express first: to ask its response for what marks the others finds nothing, and is slow.
  if (response instanceof ServerResponse) return new NodeResponse(response);
  if (FastifyResponse.accepts(response)) return new FastifyResponse(response);
  return SocketResponse.accepts(response)
    ? new SocketResponse(response)
    : new NodeResponse(response as ServerResponse);
}
