import type { GrpcMetadata } from './grpc-call.js';

/** What @grpc/grpc-js ends a call with. */
export interface GrpcStatus {
  readonly code: number;
  readonly details: string;
  /** The trailers. */
  readonly metadata?: GrpcMetadata;
}
