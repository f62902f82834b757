import type { ModulesContainer } from '@nestjs/core';
import { methodsOf } from './methods-of.js';

/** What `@Sse()` leaves on its handler. The constant is not exported by every version of Nest. */
const SSE_METADATA = '__sse__';

export function isSseHandler(handler: object): boolean {
  return Reflect.getMetadata(SSE_METADATA, handler) === true;
}

/** Tells whether any controller has an SSE route, so that applications without pay nothing for them. */
export function hasSseRoutes(modules: ModulesContainer): boolean {
  return [...modules.values()]
    .flatMap(({ controllers }) => [...controllers.values()])
    .some(
      ({ metatype }) =>
        typeof metatype === 'function' && methodsOf(metatype.prototype).some(isSseHandler),
    );
}
