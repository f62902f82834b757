import type { ArgumentsHost } from '@nestjs/common';
import { type ErrorPayload, payloadOf } from '../payload.js';
import type { ErrorAnswer, Reply } from '../reply.js';
import { sendError } from './ws-socket.js';

/** What Nest hands over for a message: with ws the third is the name of the event. */
type Arguments = readonly [client: unknown, data: unknown, acknowledge: unknown, pattern: unknown];

/** Answers a message of a gateway: by its acknowledgement where the client waits for one, else by an event. */
export class WsReply implements Reply {
  constructor(private readonly host: ArgumentsHost) {}

  get place(): string {
    const pattern = this.args.at(-1);
    return typeof pattern === 'string' ? `WS ${pattern}` : 'WS';
  }

  give(answer: ErrorAnswer): void {
    const [client, , acknowledge] = this.args;
    const payload = payloadOf(answer);
    // Only one of the two: a client that listens to both would show the error twice.
    if (isAcknowledgement(acknowledge)) acknowledge(payload);
    else sendError(client, payload);
  }

  /** What could not be sent once cannot be sent: the connection is broken, or no socket that is known here. */
  giveUp(): void {}

  private get args(): Arguments {
    return this.host.getArgs<[unknown, unknown, unknown, unknown]>();
  }
}

function isAcknowledgement(value: unknown): value is (payload: ErrorPayload) => void {
  return typeof value === 'function';
}
