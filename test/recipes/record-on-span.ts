import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { ErrorReport } from 'nestjs-authos-errors';

/** The span of the request learns the code of every error, and is itself an error for a 5xx only. */
export function recordOnSpan({ code, status, error }: ErrorReport): void {
  const span = trace.getActiveSpan();
  if (!span) return;
  span.setAttribute('authos.error_code', code);
  span.recordException(error instanceof Error ? error : String(error));
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR, message: code });
}
