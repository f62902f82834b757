import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from '../io/io-mapping.js';
import { SERVER_FAULT } from './answer.js';

/** The server is gone or late, or nobody listens (503). The rest is about the subject, the payload or the credentials. */
const UNANSWERED = /^(?:CONNECTION_|DISCONNECT$|STALE_CONNECTION$|TIMEOUT$|408$|429$|5\d\d$)/;

/** nats 2, and of its successor @nats-io/nats-core the one error that has no class of timeouts or text of its own. */
export function mapNatsError(error: UnknownObject): SourceMapping | undefined {
  const { code } = error;
  if (typeof code !== 'string') return isWithoutResponders(error) ? IO_ERROR : undefined;
  if (!Object.hasOwn(error, 'chainedError')) return undefined;
  return UNANSWERED.test(code) ? IO_ERROR : SERVER_FAULT;
}

function isWithoutResponders({ subject, name }: UnknownObject): boolean {
  return typeof subject === 'string' && name === 'NoResponders';
}
