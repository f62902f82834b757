import type { SourceMapping } from '../../source-mapper.js';
import type { UnknownObject } from '../../unknown-object.js';
import { IO_ERROR } from './io-mapping.js';

/** What these libraries say, without a code and in no language but English, when a connection is lost or not made. */
const TEXTS = new Set([
  // @nestjs/microservices
  'Connection closed',
  'The net socket is closed.',
  // @nats-io/nats-core
  'closed connection',
  'connection closed',
  'connection draining',
  // amqplib
  'connect ETIMEDOUT',
  'channel closed',
  'Heartbeat timeout',
  'Socket closed abruptly during opening handshake',
  // mqtt
  'connack timeout',
  'client disconnecting',
  'Keepalive timeout',
  // ssh2-sftp-client
  'getConnection: Timed out while waiting for handshake',
  'getConnection: Connection lost before handshake',
  // axios, of an answer that broke off
  'stream has been aborted',
]);
const LONGEST = Math.max(...[...TEXTS].map(({ length }) => length));

/** nano, minio and @nestjs/microservices say the details behind it. */
const BEGINNINGS = [
  /^error happened in your connection\. Reason: /,
  /^Request failed after \d+ retries: Error: /,
  /^Empty response\. There are no subscribers listening to that message /,
  /^The remote peer (?:stopped sending|is not reading) /,
];

export function mapConnectionText({ message, name }: UnknownObject): SourceMapping | undefined {
  if (typeof message !== 'string') return undefined;
  const recognised =
    message.length <= LONGEST
      ? TEXTS.has(message)
      : name === 'Error' && BEGINNINGS.some((beginning) => beginning.test(message));
  return recognised ? IO_ERROR : undefined;
}
