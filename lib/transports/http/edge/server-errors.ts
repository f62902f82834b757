import { type Server, STATUS_CODES } from 'node:http';
import { type ExceptionFilter, HttpException } from '@nestjs/common';
import { clientErrorException, type ClientSocket } from './client-error.js';
import { edgeHost } from './edge-host.js';

/** Where a server keeps its filter, for every copy of the package. */
const FILTER = Symbol.for('nestjs-authos-errors/server-filter');

/** Remembers which filter answers for a server, for the handlers that exist before the application does. */
export function setServerFilter(server: object, filter: ExceptionFilter): void {
  Object.defineProperty(server, FILTER, { value: filter, configurable: true });
}

export function serverFilter(server: object): ExceptionFilter | undefined {
  return (server as { [FILTER]?: ExceptionFilter })[FILTER];
}

/** Answers what Node refuses before there is a request. Returns false when someone else does already. */
export function coverClientErrors(server: Server, filter: ExceptionFilter): boolean {
  if (server.listenerCount('clientError') > 0) return false;
  server.on('clientError', (error, socket) => answerClientError(filter, error, socket));
  return true;
}

export function answerClientError(
  filter: ExceptionFilter,
  error: Error & { code?: string },
  socket: ClientSocket,
): void {
  // The peer is gone: there is nobody to answer.
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else filter.catch(clientErrorException(error), edgeHost(undefined, socket));
}

/** Answers `Expect` headers other than 100-continue, which Node answers without a body. */
export function coverExpectations(server: Server, filter: ExceptionFilter): void {
  if (server.listenerCount('checkExpectation') > 0) return;
  server.on('checkExpectation', (request, response) => {
    filter.catch(new HttpException(STATUS_CODES[417]!, 417), edgeHost(request, response));
  });
}
