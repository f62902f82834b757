import { type Observable, of, throwError } from 'rxjs';
import type { ErrorAnswer, Reply } from '../reply.js';
import type { GrpcCall } from './grpc-call.js';
import type { GrpcStatus } from './grpc-status.interface.js';
import { GRPC_STATUS_OF } from './grpc-status-of.js';
import { grpcText } from './grpc-text.js';
import { grpcTrailers } from './grpc-trailers.js';

/** Answers a gRPC call: with a status, its text, and the rest of the envelope in the trailers. */
export class GrpcReply implements Reply {
  constructor(private readonly grpc: GrpcCall) {}

  get place(): string {
    return `gRPC ${this.grpc.call.getPath?.() ?? ''}`.trimEnd();
  }

  /** A client that cancelled, or whose deadline has passed, is no fault of the server. */
  get level(): 'debug' | undefined {
    return this.grpc.call.cancelled === true ? 'debug' : undefined;
  }

  give(answer: ErrorAnswer): Observable<undefined> {
    const status = statusOf(answer);
    return this.end({ ...status, metadata: grpcTrailers(this.grpc, answer, status) });
  }

  giveUp(answer: ErrorAnswer): Observable<undefined> {
    return this.end(statusOf(answer));
  }

  private end(status: GrpcStatus): Observable<undefined> {
    if (!this.grpc.isRaw) return throwError(() => status);
    this.grpc.call.emit('error', status);
    // Nest waits for the handler, and has nobody to tell of its failure.
    return of(undefined);
  }
}

function statusOf({ envelope: { error, error_code } }: ErrorAnswer): GrpcStatus {
  return { code: GRPC_STATUS_OF[error_code], details: grpcText(error) };
}
