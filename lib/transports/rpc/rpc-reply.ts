import type { ArgumentsHost } from '@nestjs/common';
import { type Observable, of, throwError } from 'rxjs';
import { heldIn } from '../../translation/held-in.js';
import { isObject } from '../../translation/unknown-object.js';
import { type ErrorPayload, payloadOf } from '../payload.js';
import type { ErrorAnswer, Reply } from '../reply.js';
import type { Listening } from '../listening.interface.js';
import { isKafkaContext, isRmqContext, patternOf } from './rpc-context.js';

/**
 * Answers a message of a broker or of TCP: what the stream of a request fails with is sent to whoever asked. Of an event
 * nothing is.
 */
export class RpcReply implements Reply {
  private readonly context: unknown;
  private readonly pattern: string;

  constructor(
    host: ArgumentsHost,
    private readonly listening: Listening,
  ) {
    this.context = host.getArgByIndex(1);
    this.pattern = patternOf(this.context);
  }

  get place(): string {
    return this.pattern ? `RPC ${this.pattern}` : 'RPC';
  }

  get level(): 'warn' | undefined {
    return this.isEvent ? 'warn' : undefined;
  }

  /** Kafka's driver looks for the very object to deliver the message once more, and Nest gives it that. */
  pass(error: unknown): boolean {
    return isRetriable(error);
  }

  give(answer: ErrorAnswer): Observable<ErrorPayload | undefined> {
    this.settle();
    return this.skips(answer) ? of(undefined) : this.giveUp(answer);
  }

  giveUp(answer: ErrorAnswer): Observable<never> {
    return throwError(() => payloadOf(answer));
  }

  private get isEvent(): boolean {
    return this.listening.events.has(this.pattern);
  }

  /** A request has its answer, and whoever asked may ask again: only an event is worth another delivery. */
  private settle(): void {
    const { rmq } = this.listening.failedMessages;
    if (!rmq || !isRmqContext(this.context)) return;
    const message = this.context.getMessage();
    const isFirst = message.fields?.redelivered !== true;
    const requeue = rmq === 'requeue' && this.isEvent && isFirst;
    this.context.getChannelRef().nack(message, false, requeue);
  }

  /** A request is answered in any case. */
  private skips({ translation }: ErrorAnswer): boolean {
    const { kafka } = this.listening.failedMessages;
    if (!kafka || !isKafkaContext(this.context) || !this.isEvent) return false;
    return kafka === 'skip' || translation.status < 500;
  }
}

function isRetriable(error: unknown): boolean {
  try {
    if (!isObject(error) || error.constructor?.name !== 'KafkaRetriableException') return false;
    return heldIn(error) === error;
  } catch {
    return false;
  }
}
