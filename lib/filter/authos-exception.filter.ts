import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Optional } from '@nestjs/common';
import { createEnvelope, envelopeJson } from '../contract/authos-error-envelope.js';
import type { AuthOsErrorsOptions } from '../options/authos-errors-options.interface.js';
import { RESOLVED_OPTIONS } from '../options/options.token.js';
import { type ResolvedOptions, resolveOptions } from '../options/resolve-options.js';
import { ErrorTranslator } from '../translation/error-translator.js';
import { ErrorReporter } from '../log/error-reporter.js';
import { httpReplyOf } from '../transports/http/http-reply.js';
import type { HttpAnswer, HttpReply } from '../transports/http/http-reply.interface.js';
import { redirectOf } from '../transports/http/redirect.js';
import { ENVELOPE_HEADERS, responseHeaders } from '../transports/http/response-headers.js';

const BRAND = Symbol.for('nestjs-authos-errors/filter');

/**
 * Answers whatever was thrown with the AuthOS envelope. AuthOsErrorsModule adds it to the whole
 * application; for a place of your own, import the module with `bindGlobalFilter: false` and use
 * `@UseFilters(AuthOsExceptionFilter)`, or give `app.useGlobalFilters` an instance.
 *
 * A 3xx HttpException is no error and gets Nest's own answer. It is for HTTP: errors of GraphQL and microservices are
 * left to Nest, and a gateway must not use it.
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

  constructor(@Optional() @Inject(RESOLVED_OPTIONS) options?: AuthOsErrorsOptions) {
    this.options = resolveOptions(options);
    this.reporter = new ErrorReporter(this.options);
    this.translator = new ErrorTranslator(this.options, (failure) =>
      this.reporter.failure('a mapper', failure),
    );
  }

  /** Known across copies of the package, where `instanceof` is not. */
  get [BRAND](): true {
    return true;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') return;
    try {
      this.handle(error, host);
    } catch (failure) {
      // What stands in the place of the response can neither be answered nor be broken off.
      this.reporter.failure('the filter', failure);
    }
  }

  private handle(error: unknown, host: ArgumentsHost): void {
    const reply = httpReplyOf(host.getArgByIndex(1));
    try {
      const redirect = redirectOf(error);
      if (redirect) this.send(reply, redirect);
      else this.answer(error, host, reply);
    } catch (failure) {
      // Nest would ask again, or answer with the stack.
      this.reporter.failure('the filter', failure);
      const body = envelopeJson(createEnvelope('INTERNAL_SERVER_ERROR'));
      this.send(reply, { status: 500, headers: ENVELOPE_HEADERS, body });
    }
  }

  private answer(error: unknown, host: ArgumentsHost, reply: HttpReply): void {
    const translation = this.translator.translate(error, host);
    const { code, status, message } = translation;
    const envelope = createEnvelope(code, message, this.options.maxMessageLength);
    const { state } = reply;
    reply.keepError(error);
    const headers = responseHeaders(translation, reply);
    this.send(reply, { status, headers, body: envelopeJson(envelope) }, state);
    // A client that hung up is no fault of the server.
    const level = state === 'aborted' ? 'debug' : undefined;
    this.reporter.report({ code, status, error, envelope, host }, level);
  }

  private send(reply: HttpReply, answer: HttpAnswer, known?: HttpReply['state']): void {
    try {
      const state = known ?? reply.state;
      if (state === 'open') reply.send(answer);
      else if (state === 'started') reply.abort(answer.body);
    } catch (failure) {
      this.reporter.failure('sending the response', failure);
      reply.abort(answer.body);
    }
  }
}

/** Recognises an AuthOsExceptionFilter of this or another copy of the package. */
export function isAuthOsExceptionFilter(filter: unknown): filter is AuthOsExceptionFilter {
  return typeof filter === 'object' && filter !== null && BRAND in filter;
}
