import { payloadOf } from '../payload.js';
import type { ErrorAnswer, Reply } from '../reply.js';
import type { ConnectionHost } from './connection-host.js';
import { refuse, sendError } from './ws-socket.js';

/** Refuses a connection whose `handleConnection` failed. After a `handleDisconnect` nobody is there any more. */
export class ConnectionReply implements Reply {
  constructor(private readonly host: ConnectionHost) {}

  get place(): string {
    return `WS ${this.host.hook}`;
  }

  get level(): 'warn' | undefined {
    return this.isGone ? 'warn' : undefined;
  }

  give(answer: ErrorAnswer): void {
    if (!this.isGone) sendError(this.client, payloadOf(answer));
    this.refuse(answer);
  }

  giveUp(answer: ErrorAnswer): void {
    this.refuse(answer);
  }

  private refuse(answer: ErrorAnswer): void {
    if (!this.isGone) refuse(this.client, answer.translation.status, payloadOf(answer));
  }

  private get client(): unknown {
    return this.host.getArgByIndex(0);
  }

  private get isGone(): boolean {
    return this.host.hook === 'handleDisconnect';
  }
}
