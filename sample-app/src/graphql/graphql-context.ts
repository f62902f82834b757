import type { AuthenticatedRequest } from '../auth/authenticated-request.interface.js';

export interface GraphQLContext {
  req: AuthenticatedRequest;
  /** None where a subscription asks: it has a socket. */
  res?: object;
}

interface ExpressContext {
  req: AuthenticatedRequest;
  res: object;
}

/** Browsers cannot set the headers of a socket: those of a subscription are the parameters of its connection. */
interface SocketContext {
  connectionParams: Readonly<Record<string, unknown>> | undefined;
}

type Source = ExpressContext | SocketContext | AuthenticatedRequest;

/** Of Express, of Fastify, which hands over request and reply, and of graphql-ws. */
export function graphqlContext(source: Source, reply?: object): GraphQLContext {
  if ('req' in source) return source;
  if ('headers' in source) return { req: source, res: reply };
  const authorization = source.connectionParams?.authorization;
  return { req: { headers: typeof authorization === 'string' ? { authorization } : {} } };
}
