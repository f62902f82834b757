import type { UnknownObject } from './unknown-object.js';

/** What an exception of Nest's transports was made of: `new RpcException(held)`, `new WsException(held)`. */
export function heldIn(error: UnknownObject): unknown {
  return typeof error.getError === 'function' ? (error.getError() as unknown) : undefined;
}
