import { type ExecutionContext, Injectable } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { GraphQLContext } from '../graphql/graphql-context.js';

interface Exchange {
  req: Record<string, unknown>;
  res?: Record<string, unknown>;
}

/** Counts requests, and what of GraphQL has guards. What comes over a socket or from a service has no response. */
@Injectable()
export class RequestThrottlerGuard extends ThrottlerGuard {
  protected override shouldSkip(context: ExecutionContext): Promise<boolean> {
    return Promise.resolve(exchangeOf(context)?.res === undefined);
  }

  /** Asked of what is not skipped, and so has both. */
  protected override getRequestResponse(context: ExecutionContext): Required<Exchange> {
    return exchangeOf(context) as Required<Exchange>;
  }
}

function exchangeOf(context: ExecutionContext): Exchange | undefined {
  const http = context.switchToHttp();
  switch (context.getType<GqlContextType>()) {
    case 'http':
      return { req: http.getRequest(), res: http.getResponse() };
    case 'graphql':
      return GqlExecutionContext.create(context).getContext<GraphQLContext & Exchange>();
    default:
      return undefined;
  }
}
