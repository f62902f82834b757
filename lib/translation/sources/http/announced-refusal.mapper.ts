import type { ArgumentsHost } from '@nestjs/common';
import type { SourceMapping } from '../../source-mapper.js';
import { isObject, type UnknownObject } from '../../unknown-object.js';
import { refusal } from './refusal.js';

/** The header that goes out with a refusal of this status, and with nothing else. */
const HEADERS: Readonly<Record<number, string>> = {
  401: 'www-authenticate',
  403: 'retry-after',
  429: 'retry-after',
};

/**
 * @fastify/rate-limit and @fastify/basic-auth throw what has nothing but a `statusCode`, as the error of an upstream may
 * have it. But they have set the header of their refusal on this very reply.
 */
export function mapAnnouncedRefusal(
  error: UnknownObject,
  host?: ArgumentsHost,
): SourceMapping | undefined {
  const { statusCode } = error;
  if (typeof statusCode !== 'number' || !host || host.getType() !== 'http') return undefined;
  const header = HEADERS[statusCode];
  const reply: unknown = host.getArgByIndex(1);
  if (header === undefined || !isObject(reply) || typeof reply.getHeader !== 'function') {
    return undefined;
  }
  return reply.getHeader(header) === undefined ? undefined : refusal(statusCode);
}
