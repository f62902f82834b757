import type { ArgumentsHost } from '@nestjs/common';
import { GraphQLReply } from './graphql/graphql-reply.js';
import { HttpReply } from './http/http-reply.js';
import type { Listening } from './listening.interface.js';
import type { Reply } from './reply.js';
import { grpcCallOf } from './rpc/grpc-call.js';
import { GrpcReply } from './rpc/grpc-reply.js';
import { RpcReply } from './rpc/rpc-reply.js';
import { ConnectionHost } from './ws/connection-host.js';
import { ConnectionReply } from './ws/connection-reply.js';
import { WsReply } from './ws/ws-reply.js';

/** The reply of the transport that an error came by; undefined for one that is left to Nest. */
export function replyTo(host: ArgumentsHost, listening: Listening): Reply | undefined {
  switch (host.getType<string>()) {
    case 'http':
      return new HttpReply(host.getArgByIndex(0), host.getArgByIndex(1));
    case 'graphql':
      return new GraphQLReply(host);
    case 'ws':
      return isMessage(host) ? new WsReply(host) : new ConnectionReply(host);
    case 'rpc':
      return rpcReply(host, listening);
    default:
      return undefined;
  }
}

/** When Nest builds a gateway for a connection and fails, there is a client and nothing to acknowledge. */
function isMessage(host: ArgumentsHost): boolean {
  return !(host instanceof ConnectionHost) && host.getArgs().length > 2;
}

/** Nest has one type for brokers and gRPC. */
function rpcReply(host: ArgumentsHost, listening: Listening): Reply {
  const call = grpcCallOf(host);
  return call ? new GrpcReply(call) : new RpcReply(host, listening);
}
