import type { Server } from 'node:http';
import type { ExceptionFilter } from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { hasFastifyErrorHandlers } from './fastify-errors.js';
import { coverClientErrors, coverExpectations, setServerFilter } from './server-errors.js';
import { coverStreamableFiles } from './streamable-file-errors.js';
import { coverUnroutedRequests, type ExpressLike } from './unrouted-errors.js';

/**
 * Has the filter answer what never reaches a filter. Returns what it cannot answer, and why.
 * Without an HTTP server there is nothing to answer.
 */
export function coverEdges(
  adapter: AbstractHttpAdapter | undefined,
  filter: ExceptionFilter,
): string[] {
  const server = adapter?.getHttpServer() as Server | undefined;
  if (!adapter || typeof server?.on !== 'function') return [];
  setServerFilter(server, filter);
  coverExpectations(server, filter);
  switch (adapter.getType()) {
    case 'express':
      coverStreamableFiles(adapter, filter);
      coverUnroutedRequests(adapter.getInstance<ExpressLike>(), filter);
      return coverClientErrors(server, filter)
        ? []
        : ['a clientError listener of the application answers malformed requests'];
    case 'fastify':
      return hasFastifyErrorHandlers(adapter.getInstance<object>())
        ? []
        : ['the FastifyAdapter has no authOsFastifyOptions() to answer malformed requests with'];
    default:
      return [];
  }
}
