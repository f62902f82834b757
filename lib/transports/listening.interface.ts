import type { EventPatterns } from './rpc/event-patterns.js';
import type { FailedMessages } from './rpc/failed-messages.js';

/** What a reply must know of the application that listens. */
export interface Listening {
  readonly events: Pick<EventPatterns, 'has'>;
  readonly failedMessages: FailedMessages;
}
