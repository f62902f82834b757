import { AUTHOS_ERRORS } from '../../contract/authos-errors.js';
import { grpcErrorIn } from '../../translation/grpc-error.js';
import { heldIn } from '../../translation/held-in.js';
import { isObject } from '../../translation/unknown-object.js';
import { payloadOf } from '../payload.js';
import type { ErrorAnswer } from '../reply.js';
import { type GrpcCall, type GrpcMetadata, isMetadata, newMetadata } from './grpc-call.js';
import { grpcStatusDetails } from './grpc-status-details.js';
import type { GrpcStatus } from './grpc-status.interface.js';

const DETAILS = 'grpc-status-details-bin';

/** The part of the envelope that a status has no place for, and the details that clients in every language read. */
export function grpcTrailers(
  call: GrpcCall,
  answer: ErrorAnswer,
  { code, details }: GrpcStatus,
): GrpcMetadata {
  const trailers = ownTrailers(answer) ?? newMetadata(call);
  const payload = { ...payloadOf(answer), error: details };
  const { error_code, timestamp, retry_after } = payload;
  trailers.set('authos-error-code', error_code);
  trailers.set('authos-timestamp', timestamp);
  if (retry_after !== undefined) trailers.set('authos-retry-after', String(retry_after));
  if (trailers.get(DETAILS).length === 0) trailers.set(DETAILS, grpcStatusDetails(code, payload));
  return trailers;
}

/** What the application has put into `new RpcException({ code, message, metadata })`. Another server's are not for the client. */
function ownTrailers({ error, envelope }: ErrorAnswer): GrpcMetadata | undefined {
  if (AUTHOS_ERRORS[envelope.error_code].status >= 500) return undefined;
  try {
    if (!isObject(error) || grpcErrorIn(error)) return undefined;
    const { metadata } = Object(heldIn(error)) as { metadata?: unknown };
    return isMetadata(metadata) ? metadata.clone() : undefined;
  } catch {
    // It cannot be read, so it says nothing.
    return undefined;
  }
}
