import type { ArgumentsHost } from '@nestjs/common';
import { isObject } from '../../translation/unknown-object.js';
import type { GrpcStatus } from './grpc-status.interface.js';

/** The part of @grpc/grpc-js's Metadata that is used here. */
export interface GrpcMetadata {
  get(name: string): readonly unknown[];
  set(name: string, value: string | Buffer): void;
  clone(): GrpcMetadata;
}

/** The part of the calls of @grpc/grpc-js's server that is used here. */
interface ServerCall {
  readonly metadata: GrpcMetadata;
  readonly cancelled?: boolean;
  getPath?(): string;
  emit(event: 'error', status: GrpcStatus): unknown;
}

/** A gRPC call whose handler failed. */
export interface GrpcCall {
  readonly call: ServerCall;
  /** What the client sent. */
  readonly metadata: GrpcMetadata;
  /** Whether Nest leaves the answer to the handler, as with `@GrpcStreamCall`. */
  readonly isRaw: boolean;
}

/**
 * The call that an error came by; undefined where it came by a broker. Nest hands over what the client sent, its
 * metadata and the call; to a handler with `@GrpcStreamCall` the call first.
 */
export function grpcCallOf(host: ArgumentsHost): GrpcCall | undefined {
  const [first, metadata, call] = host.getArgs<unknown[]>();
  if (isMetadata(metadata)) return { call: Object(call) as ServerCall, metadata, isRaw: false };
  return isServerCall(first) ? { call: first, metadata: first.metadata, isRaw: true } : undefined;
}

/** Empty metadata for the trailers. The package is optional; its class is that of what the client sent. */
export function newMetadata({ metadata }: GrpcCall): GrpcMetadata {
  const Metadata = metadata.constructor as new () => GrpcMetadata;
  return new Metadata();
}

export function isMetadata(value: unknown): value is GrpcMetadata {
  return (
    isObject(value) &&
    ['getMap', 'toHttp2Headers', 'set'].every((name) => typeof value[name] === 'function')
  );
}

function isServerCall(value: unknown): value is ServerCall {
  return isObject(value) && typeof value.emit === 'function' && isMetadata(value.metadata);
}
