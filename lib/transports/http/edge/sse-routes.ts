import type { ModulesContainer } from '@nestjs/core';
import { controllersOf } from '../../../nest/controllers-of.js';
import { SSE_METADATA } from '../../../nest/metadata-keys.js';
import { methodsOf } from '../../../nest/methods-of.js';

export function isSseHandler(handler: object): boolean {
  return Reflect.getMetadata(SSE_METADATA, handler) === true;
}

/** Tells whether any controller has an SSE route, so that applications without pay nothing for them. */
export function hasSseRoutes(modules: ModulesContainer): boolean {
  return controllersOf(modules).some((type) => [...methodsOf(type).values()].some(isSseHandler));
}
