import { isAuthOsErrorEnvelope } from '../contract/authos-error-envelope.js';
import { remoteMapping } from './remote-mapping.js';
import type { SourceMapping } from './source-mapper.js';

/** What another service answered with, as it came over the wire. */
export function mapRemoteEnvelope(value: unknown): SourceMapping | undefined {
  if (!isAuthOsErrorEnvelope(value)) return undefined;
  const { retry_after } = value as { retry_after?: unknown };
  return remoteMapping(value.error_code, value.error, retry_after);
}
