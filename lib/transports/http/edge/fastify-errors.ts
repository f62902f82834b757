import type { ExceptionFilter } from '@nestjs/common';
import type { ClientSocket } from './client-error.js';
import { edgeHost } from './edge-host.js';
import { answerClientError } from './server-errors.js';

/** The part of a Fastify instance that is used here; Fastify itself is never imported. */
export interface FastifyInstanceLike {
  readonly server: object;
}

/** The handlers that Fastify takes in its constructor for what it answers itself. */
export interface FastifyErrorHandlers {
  frameworkErrors: (error: Error, request: { server: FastifyInstanceLike }, reply: unknown) => void;
  clientErrorHandler: (
    this: FastifyInstanceLike,
    error: Error & { code?: string },
    socket: ClientSocket,
  ) => void;
}

/** Marks the handlers of this and of other copies of the package. */
const BRAND = Symbol.for('nestjs-authos-errors/framework-errors');

/** Makes the handlers; `filterOf` is asked for each error, as they exist before the application does. */
export function fastifyErrorHandlers(
  filterOf: (instance: FastifyInstanceLike) => ExceptionFilter,
): FastifyErrorHandlers {
  const handlers: FastifyErrorHandlers = {
    frameworkErrors(error, request, reply) {
      filterOf(request.server).catch(error, edgeHost(request, reply));
    },
    clientErrorHandler(error, socket) {
      answerClientError(filterOf(this), error, socket);
    },
  };
  Object.assign(handlers.frameworkErrors, { [BRAND]: true });
  return handlers;
}

/** Tells whether a Fastify instance was made with these handlers. It keeps its options under a symbol. */
export function hasFastifyErrorHandlers(instance: object): boolean {
  const key = Object.getOwnPropertySymbols(instance).find(
    ({ description }) => description === 'fastify.options',
  );
  const options = key && (instance as Record<symbol, Partial<FastifyErrorHandlers>>)[key];
  return options?.frameworkErrors !== undefined && BRAND in options.frameworkErrors;
}
