import type { ExceptionFilter } from '@nestjs/common';
import { edgeHost } from './edge-host.js';

type ErrorHandler = (error: unknown, request: unknown, reply: unknown) => void;

/**
 * Places the filter below the error handlers that are set later, and above Fastify's own, which sends the message of any
 * error. It is asked for routes that were given to Fastify before Nest sets its handler, such as those of plugins, and
 * when an answer of Nest's handler fails, as an onSend hook makes it.
 *
 * Fastify chains its handlers by prototype under a symbol. `setErrorHandler` would have Nest's own call warn of an
 * override, or fail.
 */
export function coverFastifyErrors(instance: object, filter: ExceptionFilter): void {
  const key = Object.getOwnPropertySymbols(instance).find(
    ({ description }) => description === 'fastify.errorHandler',
  );
  if (!key) return;
  const handlers = instance as Record<symbol, object>;
  const func: ErrorHandler = (error, request, reply) => {
    filter.catch(error, edgeHost(request, reply));
  };
  handlers[key] = Object.assign(Object.create(handlers[key]!) as object, { func });
}
