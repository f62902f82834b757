import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { ASKED_WRONGLY, UPSTREAM_DOWN } from './upstream-mapping.js';

const DEADLINE_EXCEEDED = 4;
const UNAVAILABLE = 14;

/** gRPC as a client. The status of another server is not this one's: its 16 does not say that our client has no token. */
export function mapGrpcError({
  code,
  details,
  metadata,
}: UnknownObject): SourceMapping | undefined {
  if (typeof code !== 'number' || typeof details !== 'string' || !isObject(metadata)) {
    return undefined;
  }
  return code === DEADLINE_EXCEEDED || code === UNAVAILABLE ? UPSTREAM_DOWN : ASKED_WRONGLY;
}
