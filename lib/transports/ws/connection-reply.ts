import type { ArgumentsHost } from '@nestjs/common';
import { payloadOf } from '../payload.js';
import type { ErrorAnswer, Reply } from '../reply.js';
import { ConnectionHost } from './connection-host.js';
import { refuse, sendError } from './ws-socket.js';

/**
 * Refuses a connection whose `handleConnection` failed, or whose gateway could not be built. After a `handleDisconnect`
 * nobody is there any more.
 */
export class ConnectionReply implements Reply {
  private readonly hook: string;

  constructor(private readonly host: ArgumentsHost) {
    this.hook = hookOf(host);
  }

  get place(): string {
    return `WS ${this.hook}`;
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
    return this.hook === 'handleDisconnect';
  }
}

/** A client that has left comes with the reason why. */
function hookOf(host: ArgumentsHost): string {
  if (host instanceof ConnectionHost) return host.hook;
  const isReason = ['string', 'number'].includes(typeof host.getArgByIndex<unknown>(1));
  return isReason ? 'handleDisconnect' : 'handleConnection';
}
