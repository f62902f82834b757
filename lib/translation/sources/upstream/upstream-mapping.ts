import type { SourceMapping } from '../../source-mapper.js';

/** The other side is down, slow, or limits this server. */
export const UPSTREAM_DOWN: SourceMapping = Object.freeze({ code: 'IO_ERROR' });
/** This server asked wrongly. What the other side says of that is not for the client. */
export const ASKED_WRONGLY: SourceMapping = Object.freeze({ code: 'INTERNAL_SERVER_ERROR' });

/** What an upstream's answer means for a client of this server. */
export function upstreamAnswer(status: number): SourceMapping | undefined {
  if (status === 408 || status === 429 || (status >= 500 && status <= 599)) return UPSTREAM_DOWN;
  return status >= 400 && status < 500 ? ASKED_WRONGLY : undefined;
}
