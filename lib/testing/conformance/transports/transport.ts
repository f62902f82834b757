import { type Fault, FAULTS } from '../faults.js';
import type { MessagePhase } from './message-handlers.js';

/** The transports beside HTTP, by the names that they have in `skip` and in problems. */
export const TRANSPORT_NAMES = ['graphql', 'gateway', 'microservice', 'grpc'] as const;

export type TransportName = (typeof TRANSPORT_NAMES)[number];

/** What somebody who asked gets for a fault. */
export interface Received {
  readonly error: unknown;
  /** All that is sent, as text. */
  readonly text: string;
}

/** A way to ask an application beside HTTP. */
export interface Transport {
  readonly name: TransportName;
  /** Who is asked, for people. */
  readonly place: string;
  /** Has the handler of a phase called. Rejects with what an `Unanswered` says, and stays pending where nothing comes. */
  ask(phase: MessagePhase, signal: AbortSignal): Promise<Received>;
}

/** Why there is no error to look at, in words. */
export class Unanswered extends Error {}

/** Throws one fault after the other, wherever its `raise` was put. */
export class Thrower {
  private fault: Fault | undefined;
  isReached = false;

  aimAt(fault: Fault): void {
    this.fault = fault;
    this.isReached = false;
  }

  readonly raise = (): never => {
    this.isReached = true;
    throw this.fault && FAULTS[this.fault]();
  };
}
