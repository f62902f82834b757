import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { ExceptionFilter } from '@nestjs/common';
import { edgeHost } from './edge-host.js';

/** The part of Fastify that is used here; Fastify itself is never imported. */
export interface FastifyLike {
  addHook(
    name: 'onSend',
    hook: (
      request: unknown,
      reply: { readonly raw: { readonly headersSent: boolean } },
      payload: unknown,
      done: (error: null, payload?: unknown) => void,
    ) => void,
  ): unknown;
}

/**
 * Reports a stream that fails after its first byte. Fastify only breaks the connection then, and tells its own log,
 * which Nest switches off. Before the first byte Fastify asks its error handler, and so the filter.
 *
 * It is a hook, because handlers and plugins send streams past Nest.
 */
export function coverFastifyStreams(instance: FastifyLike, filter: ExceptionFilter): void {
  instance.addHook('onSend', (request, reply, payload, done) => {
    const stream = streamOf(payload);
    if (!stream) return done(null);
    stream.once('error', (error) => {
      if (reply.raw.headersSent) filter.catch(error, edgeHost(request, reply));
    });
    done(null, stream);
  });
}

function streamOf(payload: unknown): Readable | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  if ('pipe' in payload && 'once' in payload) return payload as Readable;
  // A stream of the web tells nobody but its reader that it failed.
  return 'getReader' in payload ? Readable.fromWeb(payload as ReadableStream) : undefined;
}
