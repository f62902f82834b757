import { heldIn } from './held-in.js';
import { isObject, type UnknownObject } from './unknown-object.js';

/** What a client of gRPC says of a call that failed. */
export interface GrpcError extends UnknownObject {
  readonly code: number;
  readonly details: string;
  readonly metadata: UnknownObject;
}

/** The error of a gRPC client: the thrown value itself, or what `new RpcException(error)` holds. */
export function grpcErrorIn(error: UnknownObject): GrpcError | undefined {
  if (isGrpcError(error)) return error;
  const held = heldIn(error);
  return isGrpcError(held) ? held : undefined;
}

/** Its message is made of the number, the name and the details. */
function isGrpcError(value: unknown): value is GrpcError {
  if (!isObject(value)) return false;
  const { code, details, message, metadata } = value;
  return (
    typeof code === 'number' &&
    typeof details === 'string' &&
    isObject(metadata) &&
    typeof message === 'string' &&
    message.startsWith(`${code} `)
  );
}
