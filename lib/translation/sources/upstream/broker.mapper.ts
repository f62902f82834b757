import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { ASKED_WRONGLY, UPSTREAM_DOWN } from './upstream-mapping.js';

/** nats 2: the connection is not there, or nobody answers. The others are about how it was asked. */
const NATS_DOWN = new Set<unknown>([
  '503',
  'CONNECTION_CLOSED',
  'CONNECTION_DRAINING',
  'CONNECTION_REFUSED',
  'CONNECTION_TIMEOUT',
  'DISCONNECT',
  'STALE_CONNECTION',
  'TIMEOUT',
]);
/** What the ClientProxy of @nestjs/microservices rejects with; the error has nothing else. */
const NEST_CLOSED = 'Connection closed';

/** Message brokers: kafkajs, nats and amqplib by keys of their own, and the clients of Nest. */
export function mapBrokerError(error: UnknownObject): SourceMapping | undefined {
  if ('retriable' in error && Object.hasOwn(error, 'helpUrl')) {
    return error.name === 'KafkaJSNonRetriableError' ? ASKED_WRONGLY : UPSTREAM_DOWN;
  }
  if ('chainedError' in error && error.name === 'NatsError') {
    return NATS_DOWN.has(error.code) ? UPSTREAM_DOWN : ASKED_WRONGLY;
  }
  const isAmqp =
    typeof error.stackAtStateChange === 'string' ||
    (typeof error.classId === 'number' && typeof error.methodId === 'number');
  return isAmqp || error.message === NEST_CLOSED ? UPSTREAM_DOWN : undefined;
}
