import type { Type } from '@nestjs/common';
import { ENTRY_PROVIDER_METADATA, FILTERS_METADATA } from '../../../nest/metadata-keys.js';
import { defineHandler } from '../define-handler.js';
import { type Phase, PHASES, type Raise } from '../phases.js';

/** The phases that every transport of Nest has. */
export const MESSAGE_PHASES = [
  'guard',
  'guard-async',
  'interceptor-before',
  'interceptor-after',
  'pipe',
  'handler',
  'handler-async',
  'filter-throws',
  'filter-rejects',
] as const satisfies readonly Phase[];

export type MessagePhase = (typeof MESSAGE_PHASES)[number];

/**
 * A class with a handler for each phase, and the filters of another one. Nest binds no such handler by itself: whatever
 * the application listens to stays as it is.
 */
export function messageHandlers(raise: Raise, filters: readonly unknown[] = []): Type {
  class ConformanceHandlers {}
  const { prototype } = ConformanceHandlers;
  for (const phase of MESSAGE_PHASES) defineHandler(prototype, phase, PHASES[phase](raise));
  // As a resolver or a gateway, so that filters of its methods count as those of the application.
  Reflect.defineMetadata(ENTRY_PROVIDER_METADATA, true, ConformanceHandlers);
  Reflect.defineMetadata(FILTERS_METADATA, filters, ConformanceHandlers);
  return ConformanceHandlers;
}
