import { Logger, type LogLevel } from '@nestjs/common';
import type { ResolvedOptions } from '../options/resolve-options.js';
import type { ErrorReport } from './error-report.interface.js';
import { describeChain, lineOf, stackOf } from './log-text.js';
import { requestLine } from '../transports/http/request-line.js';

/** Logs every error in one line and hands it to `onError`. Neither can disturb the answer. */
export class ErrorReporter {
  constructor(
    private readonly options: Pick<ResolvedOptions, 'logger' | 'logLevels' | 'onError'>,
  ) {}

  /** `level` overrides what `logLevels` says. */
  report(report: Omit<ErrorReport, 'message'>, level?: LogLevel): void {
    const { onError } = this.options;
    const chosen = level ?? this.levelOf(report);
    const logs = chosen !== 'off' && this.isEnabled(chosen);
    if (!logs && !onError) return;
    const { code, status, error, host } = report;
    const chain = describeChain(error);
    const message = `${status} ${code}${requestLine(host)}: ${lineOf(chain)}`;
    const withStack = chosen === 'error' || chosen === 'fatal';
    if (logs) this.log(chosen, message, withStack ? stackOf(chain) : undefined);
    if (onError) this.callHook(() => onError({ ...report, message }));
  }

  /** A hook, mapper or logger of the user's failed while an error was handled. */
  failure(what: string, failure: unknown): void {
    const chain = describeChain(failure);
    this.log('error', `${what} failed: ${lineOf(chain)}`, stackOf(chain));
  }

  private levelOf({ code, status }: Pick<ErrorReport, 'code' | 'status'>): LogLevel | 'off' {
    const { logLevels } = this.options;
    return logLevels[code] ?? logLevels[status >= 500 ? '5xx' : '4xx'] ?? 'error';
  }

  private isEnabled(level: LogLevel): boolean {
    // Nest's own logger drops the line anyway; asking first saves building it.
    return !(this.options.logger instanceof Logger) || Logger.isLevelEnabled(level);
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
      process.stderr.write(`${message}\nlogger failed: ${lineOf(describeChain(failure))}\n`);
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
