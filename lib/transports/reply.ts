import type { AuthOsErrorEnvelope } from '../contract/authos-error-envelope.js';
import type { Translation } from '../translation/error-translator.js';

/** What the filter has to say of an error, whichever way it goes. */
export interface ErrorAnswer {
  readonly error: unknown;
  readonly translation: Translation;
  readonly envelope: AuthOsErrorEnvelope;
}

/** How the answer to one request reaches whoever asked. */
export interface Reply {
  /** Where the error came about, for the log: `GET /plans/gold`. Empty when nothing is known of the request. */
  readonly place: string;
  /** `debug` for a client that hung up, `warn` where nobody is answered. Known once the answer is given. */
  readonly level?: 'debug' | 'warn' | undefined;
  /** Handles what is no error on this transport, such as a redirect; false for everything else. */
  pass?(error: unknown): boolean;
  /** Gives the answer. Returns what Nest expects from a filter on this transport. */
  give(answer: ErrorAnswer): unknown;
  /** The net below `give`: the least that can still be done when it failed. */
  giveUp(answer: ErrorAnswer): unknown;
}
