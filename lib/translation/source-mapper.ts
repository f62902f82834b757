import type { ArgumentsHost } from '@nestjs/common';
import type { ErrorMapping } from './error-mapper.js';
import type { UnknownObject } from './unknown-object.js';

/** What a source of errors says of one of its own: the public mapping, and what the options decide about. */
export interface SourceMapping extends ErrorMapping {
  /** The status that the error carries for this request, for `httpStatus: 'preserve'`. */
  status?: number;
  /** A text that leaves only with `exposeServerMessages`. */
  serverMessage?: string;
  /** The names a violated constraint goes by, for `duplicateMessages`: its own, and `table.column`. */
  constraints?: readonly string[];
  /** What decided, where it is neither the thrown value nor one of its causes: the log shows it as a cause. */
  reason?: unknown;
  /** What it is instead when the call that failed carried the user's token, by `forwardsUserToken`. */
  withUserToken?: SourceMapping;
  /** Whether a cause decided, so that the text is none of the thrown value's own words. */
  isOfCause?: boolean;
}

/** Recognises the errors of one source by shape. It may throw: the translator passes it over. */
export type SourceMapper = (
  error: UnknownObject,
  host?: ArgumentsHost,
) => SourceMapping | undefined;
