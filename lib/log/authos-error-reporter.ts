import { createEnvelope } from '../contract/authos-error-envelope.js';
import { ErrorTranslator, type TranslationOptions } from '../translation/error-translator.js';
import { ErrorReporter, type ReporterOptions } from './error-reporter.js';

/**
 * Reports errors that nobody is answered for, such as those of queue workers and cron jobs: with the log line and the
 * `onError` that an answered error has. AuthOsErrorsModule provides it. Because no client sees these errors, a 4xx is
 * logged at `warn` at least, unless its level is `'off'`.
 *
 * @example
 * constructor(private readonly reporter: AuthOsErrorReporter) {}
 *
 * @OnWorkerEvent('failed')
 * onFailed(job: Job, error: Error): void {
 *   this.reporter.report(error, `BullMQ ${job.queueName}.${job.name}`);
 * }
 *
 * @publicApi
 */
export class AuthOsErrorReporter {
  private readonly reporter: ErrorReporter;
  private readonly translator: ErrorTranslator;

  constructor(
    private readonly options: ReporterOptions &
      TranslationOptions & { readonly maxMessageLength: number },
  ) {
    this.reporter = new ErrorReporter(options);
    this.translator = new ErrorTranslator(options, (failure) =>
      this.reporter.failure('a mapper', failure),
    );
  }

  /**
   * Logs an error and hands it to `onError`. It never throws.
   *
   * @param where The place for the log line, such as `BullMQ mails.send`.
   *
   * @example
   * this.reporter.report(error, 'Cron expireInvitations');
   */
  report(error: unknown, where: string): void {
    const translation = this.translator.translate(error);
    const { code, message } = translation;
    const envelope = createEnvelope(code, message, this.options.maxMessageLength);
    this.reporter.report({ error, translation, envelope }, { place: String(where), level: 'warn' });
  }
}
