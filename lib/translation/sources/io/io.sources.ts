import type { SourceMapper } from '../../source-mapper.js';
import { mapCircuitBreakerError } from './circuit-breaker.mapper.js';
import { mapConnectionText } from './connection-text.mapper.js';
import { mapFailedFetch, mapUndiciError } from './fetch.mapper.js';
import { mapUnansweredCall } from './http-client.mapper.js';
import { mapSystemError } from './system-error.mapper.js';
import { mapTimeout } from './timeout.mapper.js';
import { withFields } from '../with-fields.js';

/** Files and the network, and calls that got no answer: what Node and the clients themselves say. */
export const IO_SOURCES: readonly SourceMapper[] = [
  withFields(mapSystemError, mapUndiciError, mapUnansweredCall, mapCircuitBreakerError),
  mapFailedFetch,
  mapTimeout,
  mapConnectionText,
];
