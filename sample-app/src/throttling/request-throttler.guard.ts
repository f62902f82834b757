import { type ExecutionContext, Injectable } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { GraphQLContext } from '../graphql/graphql-context.js';

interface RequestAndResponse {
  req: Record<string, unknown>;
  res?: Record<string, unknown>;
}

/** Counts requests, those behind operations of GraphQL included. What comes over a socket or from a service has no response. */
@Injectable()
export class RequestThrottlerGuard extends ThrottlerGuard {
  protected override shouldSkip(context: ExecutionContext): Promise<boolean> {
    const isMessage = ['ws', 'rpc'].includes(context.getType());
    return Promise.resolve(isMessage || !this.getRequestResponse(context).res);
  }

  protected override getRequestResponse(context: ExecutionContext) {
    const { req, res } =
      context.getType<GqlContextType>() === 'graphql'
        ? GqlExecutionContext.create(context).getContext<GraphQLContext>()
        : { req: context.switchToHttp().getRequest(), res: context.switchToHttp().getResponse() };
    return { req, res } as Required<RequestAndResponse>;
  }
}
