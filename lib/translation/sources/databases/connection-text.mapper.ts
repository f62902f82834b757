import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { DATABASE_ERROR } from './database-mapping.js';

/** What clients say of their own connection, in plain Errors that have nothing else. Word for word from their code. */
const TEXTS = new Set([
  // pg 8 and pg-pool 3
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
  'Query read timeout',
  // mysql2 3
  'Pool is closed.',
  'Queue limit reached.',
  'No connections available.',
  "Can't add new command when connection is in closed state",
  // ioredis 5
  'Connection is closed.',
  'Command timed out',
  "Stream isn't writeable and enableOfflineQueue options is false",
  // redis 5, whose classes are named as anybody's
  'The client is closed',
  'The client is offline',
  'Disconnects client',
  'Socket closed unexpectedly',
  'Socket already opened',
  'All the root nodes are unavailable',
  'The queue is full',
  'The command was aborted',
  'Timeout waiting for a client',
  'One (or more) of the watched keys has been changed',
  // @clickhouse/client 1
  'Timeout error.',
]);

/** A longer text is not looked up, which takes as long as it is. */
const LONGEST = Math.max(...[...TEXTS].map(({ length }) => length));

/** A connection or a pool that a driver gave up. */
export function mapConnectionText({ message }: UnknownObject): SourceMapping | undefined {
  return typeof message === 'string' && message.length <= LONGEST && TEXTS.has(message)
    ? DATABASE_ERROR
    : undefined;
}
