import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Optional } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { createEnvelope } from '../contract/authos-error-envelope.js';
import { ErrorReporter } from '../log/error-reporter.js';
import type { AuthOsErrorsOptions } from '../options/authos-errors-options.interface.js';
import { RESOLVED_OPTIONS } from '../options/options.token.js';
import { type ResolvedOptions, resolveOptions } from '../options/resolve-options.js';
import { ErrorTranslator } from '../translation/error-translator.js';
import type { Listening } from '../transports/listening.interface.js';
import type { ErrorAnswer, Reply } from '../transports/reply.js';
import { replyTo } from '../transports/reply-to.js';
import { EventPatterns } from '../transports/rpc/event-patterns.js';

const BRAND = Symbol.for('nestjs-authos-errors/filter');

/**
 * Answers whatever was thrown with the AuthOS envelope. AuthOsErrorsModule adds it to the whole
 * application; for a place of your own, import the module with `bindGlobalFilter: false` and use
 * `@UseFilters(AuthOsExceptionFilter)`, or give `app.useGlobalFilters` an instance.
 *
 * It answers on every transport of Nest, each in its own way. A 3xx HttpException is no error and gets Nest's own
 * answer, and so does what an unknown transport throws.
 *
 * @throws TypeError when constructed with a wrong option.
 *
 * @example
 * app.useGlobalFilters(new AuthOsExceptionFilter({ httpStatus: 'preserve' }));
 *
 * @publicApi
 */
@Catch()
export class AuthOsExceptionFilter implements ExceptionFilter {
  private readonly options: ResolvedOptions;
  private readonly reporter: ErrorReporter;
  private readonly translator: ErrorTranslator;
  private readonly listening: Listening;

  constructor(
    @Optional() @Inject(RESOLVED_OPTIONS) options?: AuthOsErrorsOptions,
    @Optional() @Inject(ModulesContainer) modules?: ModulesContainer,
  ) {
    this.options = resolveOptions(options);
    const { failedMessages } = this.options;
    this.listening = { events: new EventPatterns(modules), failedMessages };
    this.reporter = new ErrorReporter(this.options);
    this.translator = new ErrorTranslator(this.options, (failure) =>
      this.reporter.failure('a mapper', failure),
    );
  }

  /** Known across copies of the package, where `instanceof` is not. */
  get [BRAND](): true {
    return true;
  }

  catch(error: unknown, host: ArgumentsHost): unknown {
    const reply = replyTo(host, this.listening);
    if (!reply || reply.pass?.(error)) return undefined;
    const translation = this.translator.translate(error, host);
    const { code, message } = translation;
    const envelope = createEnvelope(code, message, this.options.maxMessageLength);
    const returned = this.give(reply, { error, translation, envelope });
    this.reporter.report({ error, translation, envelope, host }, reply);
    return returned;
  }

  /** The one place that can fail: what stands behind a reply belongs to the platform and to the application. */
  private give(reply: Reply, answer: ErrorAnswer): unknown {
    try {
      return reply.give(answer);
    } catch (failure) {
      this.reporter.failure('sending the answer', failure);
    }
    try {
      return reply.giveUp(answer);
    } catch (failure) {
      this.reporter.failure('breaking off the answer', failure);
      return undefined;
    }
  }
}

/** Recognises an AuthOsExceptionFilter of this or another copy of the package. */
export function isAuthOsExceptionFilter(filter: unknown): filter is AuthOsExceptionFilter {
  return typeof filter === 'object' && filter !== null && BRAND in filter;
}
