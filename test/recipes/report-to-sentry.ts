import * as Sentry from '@sentry/node';
import type { ErrorReport } from 'nestjs-authos-errors';

/** What the server did wrong goes to Sentry; what a client did wrong does not. */
export function reportToSentry({ code, status, error }: ErrorReport): void {
  if (status < 500) return;
  Sentry.captureException(error, { tags: { error_code: code } });
}
