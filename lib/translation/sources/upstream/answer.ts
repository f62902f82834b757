import type { SourceMapping } from '../../source-mapper.js';
import { IO_ERROR } from '../io/io-mapping.js';

/** The other side says no, or nothing that its client can read: this server asked wrongly. */
export const SERVER_FAULT: SourceMapping = Object.freeze({ code: 'INTERNAL_SERVER_ERROR' });

/** A server of someone else's that is down, slow or limits its clients. Its 401 is not ours, nor is any other status. */
export function mappingOfAnswer(status: number): SourceMapping {
  return status >= 500 || status === 429 || status === 408 ? IO_ERROR : SERVER_FAULT;
}
