import type { IncomingHttpHeaders } from 'node:http';
import type { AuthenticatedUser } from './authenticated-user.interface.js';

/** What the requests of Express and of Fastify and the handshakes of sockets have in common here. */
export interface AuthenticatedRequest {
  headers: IncomingHttpHeaders;
  /** Where a browser puts the token of a socket: it cannot set headers there. */
  auth?: { token?: unknown };
  user?: AuthenticatedUser;
}
