import type { ExecutionContext } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { Socket } from 'socket.io';
import type { GraphQLContext } from '../graphql/graphql-context.js';
import type { AuthenticatedRequest } from './authenticated-request.interface.js';

/** Who asks: the request, also the one behind an operation of GraphQL, or the handshake of a socket. */
export function requestOf(context: ExecutionContext): AuthenticatedRequest {
  switch (context.getType<GqlContextType>()) {
    case 'graphql':
      return GqlExecutionContext.create(context).getContext<GraphQLContext>().req;
    case 'ws':
      return context.switchToWs().getClient<Socket>().handshake;
    default:
      return context.switchToHttp().getRequest<AuthenticatedRequest>();
  }
}
