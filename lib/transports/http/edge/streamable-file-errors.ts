import type { ServerResponse } from 'node:http';
import { type ExceptionFilter, StreamableFile } from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { edgeHost } from './edge-host.js';

/**
 * On Express a StreamableFile answers its own failure, with a text. Every file gets a handler that asks the filter,
 * unless the application gave it one: then its source is not that of Nest's default.
 */
export function coverStreamableFiles(adapter: AbstractHttpAdapter, filter: ExceptionFilter): void {
  const reply = adapter.reply.bind(adapter);
  const nestsHandler = String(new StreamableFile(new Uint8Array()).errorHandler);
  adapter.reply = (response: unknown, body: unknown, status?: number): unknown => {
    if (body instanceof StreamableFile && String(body.errorHandler) === nestsHandler) {
      body.setErrorHandler((error, failed) => {
        const { req } = failed as unknown as ServerResponse;
        filter.catch(error, edgeHost(req, failed));
      });
    }
    return reply(response, body, status) as unknown;
  };
}
