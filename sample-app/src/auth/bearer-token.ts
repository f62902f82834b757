import { UnauthorizedException } from '@nestjs/common';
import type { AuthenticatedRequest } from './authenticated-request.interface.js';

export function bearerToken({ headers, auth }: AuthenticatedRequest): string {
  if (typeof auth?.token === 'string' && auth.token) return auth.token;
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (!token) throw new UnauthorizedException('A bearer token is required.');
  return token;
}
