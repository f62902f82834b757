import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from '../io/io-mapping.js';

/** amqplib: the broker closed the channel, or it was closed before. */
export function mapAmqpError(error: UnknownObject): SourceMapping | undefined {
  const closedByBroker = typeof error.classId === 'number' && typeof error.methodId === 'number';
  return closedByBroker ||
    typeof error.stackAtStateChange === 'string' ||
    isUnreachableBroker(error)
    ? IO_ERROR
    : undefined;
}

/** What amqp-connection-manager reports is no Error, and @nestjs/microservices throws it as it is. */
function isUnreachableBroker({ err, url }: UnknownObject): boolean {
  return isObject(err) && typeof err.syscall === 'string' && url !== undefined;
}
