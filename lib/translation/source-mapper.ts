import type { ArgumentsHost } from '@nestjs/common';
import type { ErrorMapping } from './error-mapper.js';

/** A thrown object of unknown origin. Any read may hit a getter that throws; the translator expects that. */
export type Thrown = Readonly<Record<PropertyKey, unknown>>;

/** What a source of errors says of one of its own: the public mapping, and what the options decide about. */
export interface SourceMapping extends ErrorMapping {
  /** The status that the error carries for this request, for `httpStatus: 'preserve'`. */
  status?: number;
  /** A text that leaves only with `exposeServerMessages`. */
  serverMessage?: string;
  /** The names a violated constraint goes by, for `duplicateMessages`: its own, and `table.column`. */
  constraints?: readonly string[];
}

/** Recognises the errors of one source by shape. It may throw: the translator passes it over. */
export type SourceMapper = (error: Thrown, host?: ArgumentsHost) => SourceMapping | undefined;

export function isThrown(value: unknown): value is Thrown {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
