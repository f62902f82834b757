import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ExceptionFilter, NotFoundException } from '@nestjs/common';
import { edgeHost } from './edge-host.js';

type Done = (error?: unknown) => void;

/** The part of an Express application that is used here; Express itself is never imported. */
export interface ExpressLike {
  handle: (
    request: IncomingMessage & { originalUrl?: string },
    response: ServerResponse,
    done?: Done,
  ) => void;
}

/**
 * Answers what falls through all of Express, such as a route outside of the global prefix. Express would answer with a
 * page of HTML.
 */
export function coverUnroutedRequests(express: ExpressLike, filter: ExceptionFilter): void {
  const handle = express.handle.bind(express);
  express.handle = (request, response, done) => {
    const unrouted: Done = (error) => {
      const { method, originalUrl, url } = request;
      const missing = new NotFoundException(`Cannot ${method} ${originalUrl ?? url}`);
      filter.catch(error ?? missing, edgeHost(request, response));
    };
    handle(request, response, done ?? unrouted);
  };
}
