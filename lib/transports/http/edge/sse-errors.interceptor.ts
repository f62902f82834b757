import type {
  CallHandler,
  ExceptionFilter,
  ExecutionContext,
  NestInterceptor,
} from '@nestjs/common';
import { catchError, NEVER, type Observable } from 'rxjs';
import { httpResponseOf } from '../http-response-of.js';
import { isSseHandler } from './sse-routes.js';

/**
 * Nest writes the error of a running event stream itself and ends the stream as if it were complete. Here the
 * filter gets it. Before the first byte it goes its usual way, by the application's own filters.
 */
export class SseErrorsInterceptor implements NestInterceptor {
  constructor(private readonly filter: ExceptionFilter) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const stream = next.handle();
    if (!isSseHandler(context.getHandler())) return stream;
    return stream.pipe(
      catchError((error: unknown) => {
        if (httpResponseOf(context.getArgByIndex(1)).state === 'open') throw error;
        this.filter.catch(error, context);
        // The filter breaks the connection; completing would have Nest end it cleanly before.
        return NEVER;
      }),
    );
  }
}
