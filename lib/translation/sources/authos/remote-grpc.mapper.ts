import { isAuthOsErrorCode } from '../../../contract/authos-error-code.js';
import { AUTHOS_ERRORS } from '../../../contract/authos-errors.js';
import { isSeconds } from '../../../contract/seconds.js';
import { grpcErrorIn } from '../../grpc-error.js';
import type { SourceMapping } from '../../source-mapper.js';
import { isClientError } from '../../status-code.js';
import type { UnknownObject } from '../../unknown-object.js';

const SECONDS = /^\d+$/;

/**
 * The status with which another service answered over gRPC. By its trailer it is known to have this contract: its code
 * counts here as well, and its text is for the client where the code speaks of the client.
 */
export function mapRemoteGrpc(error: UnknownObject): SourceMapping | undefined {
  const status = grpcErrorIn(error);
  if (!status) return undefined;
  const code = trailer(status.metadata, 'authos-error-code');
  if (!isAuthOsErrorCode(code)) return undefined;
  const isForClient = isClientError(AUTHOS_ERRORS[code].status);
  return {
    code,
    message: isForClient ? status.details : undefined,
    retryAfter: secondsIn(trailer(status.metadata, 'authos-retry-after')),
  };
}

/** The first of its values. */
function trailer(metadata: UnknownObject, name: string): unknown {
  return typeof metadata.get === 'function' ? [metadata.get(name)].flat()[0] : undefined;
}

function secondsIn(text: unknown): number | undefined {
  const seconds = typeof text === 'string' && SECONDS.test(text) ? Number(text) : undefined;
  return isSeconds(seconds) ? seconds : undefined;
}
