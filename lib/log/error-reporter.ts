import { type ArgumentsHost, Logger, type LoggerService, type LogLevel } from '@nestjs/common';
import type { AuthOsErrorEnvelope } from '../contract/authos-error-envelope.js';
import { isLevelEnabled } from '../nest/is-level-enabled.js';
import type { Translation } from '../translation/error-translator.js';
import { describeError, lineOf } from './describe-error.js';
import type { ErrorReport } from './error-report.interface.js';
import { escapeLine } from './escape-line.js';
import { stackOf } from './stack-of.js';

/** The options that decide what is reported; see AuthOsErrorsOptions. */
export interface ReporterOptions {
  readonly logger: LoggerService;
  readonly logLevels: Readonly<Record<string, LogLevel | 'off' | undefined>>;
  readonly onError?: ((report: ErrorReport) => void | Promise<void>) | undefined;
}

/** An error that was answered. */
export interface Occurrence {
  readonly error: unknown;
  readonly translation: Translation;
  readonly envelope: AuthOsErrorEnvelope;
  readonly host?: ArgumentsHost | undefined;
}

/** Where it came about. Its place is read only when a line is written. */
export interface Whereabouts {
  readonly place: string;
  /** `debug`: nobody is to blame. `warn`: nobody is answered, so the line is at this level at least. */
  readonly level?: 'debug' | 'warn' | undefined;
}

/** The levels that are raised to `warn` for an error that nobody is answered for. */
const QUIET: ReadonlySet<string> = new Set<LogLevel>(['log', 'debug', 'verbose']);

/** Logs every error in one line and hands it to `onError`. Neither can disturb the answer. */
export class ErrorReporter {
  constructor(private readonly options: ReporterOptions) {}

  report({ error, translation, envelope, host }: Occurrence, where: Whereabouts): void {
    const { onError } = this.options;
    const { code, status } = translation;
    const level = this.levelOf(translation, where.level);
    const logs = level !== 'off' && this.isEnabled(level);
    if (!logs && !onError) return;
    const described = describeError(error, translation);
    const place = where.place && ` ${escapeLine(where.place)}`;
    const message = `${status} ${code}${place}: ${lineOf(described)}`;
    const withStack = level === 'error' || level === 'fatal';
    if (logs) this.log(level, message, withStack ? stackOf(described) : undefined);
    if (onError) {
      this.callHook(() => onError({ code, status, message, error, envelope, host }));
    }
  }

  /** Something that the library calls, or the library itself, failed while an error was handled. */
  failure(what: string, failure: unknown): void {
    const described = describeError(failure);
    this.log('error', `${what} failed: ${lineOf(described)}`, stackOf(described));
  }

  private levelOf({ code, status }: Translation, known: Whereabouts['level']): LogLevel | 'off' {
    if (known === 'debug') return known;
    const { logLevels } = this.options;
    const level = logLevels[code] ?? logLevels[status >= 500 ? '5xx' : '4xx'] ?? 'error';
    return known !== undefined && QUIET.has(level) ? known : level;
  }

  /** Nest's own logger drops the line anyway; asking first saves building it. */
  private isEnabled(level: LogLevel): boolean {
    return !(this.options.logger instanceof Logger) || isLevelEnabled(level);
  }

  private log(level: LogLevel, message: string, stack: string | undefined): void {
    try {
      const { logger } = this.options;
      // Only log, error and warn are there in every logger.
      const method = typeof logger[level] === 'function' ? level : 'log';
      if (stack === undefined) logger[method]?.(message);
      else logger[method]?.(message, stack);
    } catch (failure) {
      // The last resort for a logger that throws: the process itself still has standard error.
      process.stderr.write(`${message}\nlogger failed: ${lineOf(describeError(failure))}\n`);
    }
  }

  private callHook(hook: () => void | Promise<void>): void {
    const failed = (failure: unknown): void => this.failure('onError', failure);
    try {
      void Promise.resolve(hook()).catch(failed);
    } catch (failure) {
      failed(failure);
    }
  }
}
