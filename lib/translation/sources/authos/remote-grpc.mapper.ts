import { isAuthOsErrorCode } from '../../../contract/authos-error-code.js';
import { grpcErrorIn } from '../../grpc-error.js';
import { remoteMapping } from '../../remote-mapping.js';
import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';

const SECONDS = /^\d+$/;

/** The status that another service answered with over gRPC. Its trailer says that it has this contract. */
export function mapRemoteGrpc(error: UnknownObject): SourceMapping | undefined {
  const status = grpcErrorIn(error);
  if (!status) return undefined;
  const code = trailer(status.metadata, 'authos-error-code');
  if (!isAuthOsErrorCode(code)) return undefined;
  const retryAfter = secondsIn(trailer(status.metadata, 'authos-retry-after'));
  return remoteMapping(code, status.details, retryAfter);
}

/** The first of its values. */
function trailer(metadata: UnknownObject, name: string): unknown {
  return typeof metadata.get === 'function' ? [metadata.get(name)].flat()[0] : undefined;
}

function secondsIn(text: unknown): number | undefined {
  return typeof text === 'string' && SECONDS.test(text) ? Number(text) : undefined;
}
