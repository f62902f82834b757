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
export interface ServerCall {
  readonly metadata: GrpcMetadata;
  readonly cancelled?: boolean;
  getPath?(): string;
  emit(event: 'error', status: GrpcStatus): unknown;
}

/** A gRPC call whose handler failed. */
export interface GrpcCall {
  readonly call: ServerCall;
  /** Ends the call where Nest leaves that to the handler. */
  readonly end?: (status: GrpcStatus) => unknown;
}

/**
 * The call that an error came by; undefined where it came by a broker. Nest hands over what the client sent, its
 * metadata and the call; to a handler with `@GrpcStreamCall` the call and, without a stream of answers, a callback.
 */
export function grpcCallOf(host: ArgumentsHost): GrpcCall | undefined {
  const [first, second, third] = host.getArgs<unknown[]>();
  if (isMetadata(second) && isObject(third)) return { call: third as unknown as ServerCall };
  if (!isServerCall(first)) return undefined;
  const end = typeof second === 'function' ? second : first.emit.bind(first, 'error');
  return { call: first, end: end as GrpcCall['end'] };
}

/** Empty metadata for the trailers. The package is optional; its class is that of what the client sent. */
export function newMetadata({ metadata }: ServerCall): GrpcMetadata {
  const Metadata = metadata.constructor as new () => GrpcMetadata;
  return new Metadata();
}

function isServerCall(value: unknown): value is ServerCall {
  return isObject(value) && typeof value.emit === 'function' && isMetadata(value.metadata);
}

export function isMetadata(value: unknown): value is GrpcMetadata {
  return (
    isObject(value) &&
    ['getMap', 'toHttp2Headers', 'get', 'set', 'clone'].every(
      (name) => typeof value[name] === 'function',
    )
  );
}
