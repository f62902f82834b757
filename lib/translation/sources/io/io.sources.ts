import type { SourceMapper } from '../../source-mapper.js';
import { mapOpenCircuit } from './circuit-breaker.mapper.js';
import { mapFetchError } from './fetch.mapper.js';
import { mapSystemError } from './system-error.mapper.js';
import { mapTimeout } from './timeout.mapper.js';
import { mapTlsError } from './tls.mapper.js';

/** Files and the network, as Node itself reports them. Their texts name files and hosts, and are logged. */
export const IO_SOURCES: readonly SourceMapper[] = [
  mapSystemError,
  mapTlsError,
  mapFetchError,
  mapTimeout,
  mapOpenCircuit,
];
