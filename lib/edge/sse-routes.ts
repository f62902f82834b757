import type { ModulesContainer } from '@nestjs/core';

/** What `@Sse()` leaves on its handler. The constant is not exported by every version of Nest. */
const SSE_METADATA = '__sse__';

export function isSseHandler(handler: object): boolean {
  return Reflect.getMetadata(SSE_METADATA, handler) === true;
}

/** Tells whether any controller has an SSE route, so that applications without pay nothing for them. */
export function hasSseRoutes(modules: ModulesContainer): boolean {
  return [...modules.values()]
    .flatMap(({ controllers }) => [...controllers.values()])
    .some(({ metatype }) => typeof metatype === 'function' && hasSseHandler(metatype.prototype));
}

function hasSseHandler(prototype: unknown): boolean {
  for (
    let type = prototype;
    type && type !== Object.prototype;
    type = Object.getPrototypeOf(type)
  ) {
    const methods = Object.values(Object.getOwnPropertyDescriptors(type));
    if (methods.some(({ value }) => typeof value === 'function' && isSseHandler(value as object))) {
      return true;
    }
  }
  return false;
}
