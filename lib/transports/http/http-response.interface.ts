/** A finished answer: what is left to do is to put it on the wire. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The response of one request, whatever framework it comes from. */
export interface HttpResponse {
  /** `open`: nothing is sent yet. `started`: bytes are out. `ended`: complete. `aborted`: the client hung up. */
  readonly state: 'open' | 'started' | 'ended' | 'aborted';
  /** Keeps the error where pino-http looks for it. */
  keepError(error: unknown): void;
  /** A header set before the error; undefined when there is none. */
  header(name: string): unknown;
  headerNames(): readonly string[];
  send(answer: HttpAnswer): void;
  /**
   * Breaks the connection, so that the client does not take half a body for the whole. On an event stream one
   * `event: error` with the envelope goes out first.
   */
  abort(body: string): void;
}
