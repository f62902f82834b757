import type { ArgumentsHost } from '@nestjs/common';
import { GraphQLReply } from './graphql/graphql-reply.js';
import { HttpReply } from './http/http-reply.js';
import type { Reply } from './reply.js';

/** The reply of the transport that an error came by; undefined for one that is left to Nest. */
export function replyTo(host: ArgumentsHost): Reply | undefined {
  switch (host.getType<string>()) {
    case 'http':
      return new HttpReply(host.getArgByIndex(0), host.getArgByIndex(1));
    case 'graphql':
      return new GraphQLReply(host);
    default:
      return undefined;
  }
}
