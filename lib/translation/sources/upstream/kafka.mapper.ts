import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from '../io/io-mapping.js';
import { SERVER_FAULT } from './answer.js';

/** kafkajs. What can be tried again, and what was tried in vain, is the broker's fault. */
export function mapKafkaError(error: UnknownObject): SourceMapping | undefined {
  const { retriable } = error;
  if (typeof retriable !== 'boolean' || !Object.hasOwn(error, 'helpUrl')) return undefined;
  return retriable || typeof error.retryCount === 'number' ? IO_ERROR : SERVER_FAULT;
}
