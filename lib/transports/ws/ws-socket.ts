import type { ErrorPayload } from '../payload.js';

/** The name that Nest has for the event of an error. */
const EVENT = 'exception';

/** The part of a socket of socket.io that is used here. */
interface EmittingSocket {
  emit(event: string, payload: ErrorPayload): unknown;
  disconnect(closesTransport: boolean): unknown;
}

/** The part of a socket of ws that is used here, which has the methods of a browser's WebSocket. */
interface NativeSocket {
  readonly readyState: number;
  send(message: string): void;
  close(code: number, reason: string): void;
}

/** Sends an error as an event, in the frame of Nest's adapter. */
export function sendError(socket: unknown, payload: ErrorPayload): void {
  if (isNative(socket)) socket.send(JSON.stringify({ event: EVENT, data: payload }));
  else (socket as EmittingSocket).emit(EVENT, payload);
}

/** Refuses a connection. socket.io has no reason to give; ws has 4000 to 4999 for applications. */
export function refuse(socket: unknown, status: number, payload: ErrorPayload): void {
  if (isNative(socket)) socket.close(4000 + status, payload.error_code);
  else (socket as EmittingSocket).disconnect(true);
}

/** As Nest tells them apart. A native socket has an `emit` as well, for its own listeners on this side. */
function isNative(socket: unknown): socket is NativeSocket {
  const { readyState, send } = Object(socket) as Partial<NativeSocket>;
  return typeof readyState === 'number' && typeof send === 'function';
}
