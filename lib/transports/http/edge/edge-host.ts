import type { ArgumentsHost } from '@nestjs/common';
import { OwnHost } from '../../own-host.js';

/** A request that never reached a handler: what there is of request and response. */
export function edgeHost(request: unknown, response: unknown): ArgumentsHost {
  return new OwnHost('http', [request, response]);
}
