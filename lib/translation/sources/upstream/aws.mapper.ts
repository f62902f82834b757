import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { ASKED_WRONGLY, UPSTREAM_DOWN, upstreamAnswer } from './upstream-mapping.js';

/** What services call a limit; not all of them answer it with 429. */
const LIMITS = /^(?:SlowDown|Throttl|TooManyRequests|RequestLimitExceeded|BandwidthLimit)/;

/** AWS SDK 3: every error of a service has `$fault` and `$metadata`, and one of a connection `$metadata` alone. */
export function mapAwsError(error: UnknownObject): SourceMapping | undefined {
  const { $metadata } = error;
  if (!isObject($metadata)) return undefined;
  const { $fault, name } = error;
  if ($fault !== 'client' && $fault !== 'server') {
    return name === 'TimeoutError' ? UPSTREAM_DOWN : undefined;
  }
  if ($fault === 'server' || LIMITS.test(String(name))) return UPSTREAM_DOWN;
  return upstreamAnswer(Number($metadata.httpStatusCode)) ?? ASKED_WRONGLY;
}
