import type { SourceMapper } from '../../source-mapper.js';
import { mapIoError } from './io.mapper.js';

/** Files and the network, and clients that got no answer. */
export const IO_SOURCES: readonly SourceMapper[] = [mapIoError];
