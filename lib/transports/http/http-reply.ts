import { ENVELOPE_HEADERS } from '../../contract/envelope-headers.js';
import { envelopeJson } from '../../contract/authos-error-envelope.js';
import type { ErrorAnswer, Reply } from '../reply.js';
import { httpResponseOf } from './http-response-of.js';
import { redirectOf } from './redirect.js';
import { requestLine } from './request-line.js';
import { responseHeaders } from './response-headers.js';

/** Answers an HTTP request, on Express, on Fastify and where there is nothing but a socket. */
export class HttpReply implements Reply {
  level?: 'debug';
  /** Whether the platform was given the answer. What failed then is not tried again. */
  private handedOver = false;

  constructor(
    private readonly request: unknown,
    private readonly response: unknown,
  ) {}

  get place(): string {
    return requestLine(this.request);
  }

  /** A 3xx HttpException is no error. */
  pass(error: unknown): boolean {
    const redirect = redirectOf(error);
    if (!redirect) return false;
    try {
      const response = httpResponseOf(this.response);
      if (response.state === 'open') response.send(redirect);
      else if (response.state === 'started') response.abort(redirect.body);
      return true;
    } catch {
      // A redirect that cannot be sent is an error after all.
      return false;
    }
  }

  give({ error, translation, envelope }: ErrorAnswer): void {
    const response = httpResponseOf(this.response);
    const { state } = response;
    response.keepError(error);
    if (state === 'open') {
      const headers = responseHeaders(translation, response);
      this.handedOver = true;
      response.send({ status: translation.status, headers, body: envelopeJson(envelope) });
    } else if (state === 'started') {
      this.handedOver = true;
      response.abort(envelopeJson(envelope));
    } else if (state === 'aborted') {
      // A client that hung up is no fault of the server.
      this.level = 'debug';
    }
  }

  giveUp({ translation, envelope }: ErrorAnswer): void {
    const response = httpResponseOf(this.response);
    const body = envelopeJson(envelope);
    try {
      if (!this.handedOver && response.state === 'open') {
        response.send({ status: translation.status, headers: ENVELOPE_HEADERS, body });
        return;
      }
    } catch {
      // The connection is all that is left to break.
    }
    response.abort(body);
  }
}
