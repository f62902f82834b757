import type { Type } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { controllersOf } from './controllers-of.js';
import { HANDLER_TYPE_METADATA, PATTERN_METADATA } from './metadata-keys.js';
import { methodsOf } from './methods-of.js';

/** `PatternHandler.EVENT` of @nestjs/microservices. */
const EVENT = 2;

/** A method that a microservice calls. */
export interface MessageHandler {
  readonly controller: Type;
  readonly method: object;
  /** As the decorator was given them: texts, numbers or objects. */
  readonly patterns: readonly unknown[];
  /** Whoever sent it waits for no answer. */
  readonly isEvent: boolean;
}

/** The methods of all controllers with `@MessagePattern()`, `@EventPattern()` and their like. */
export function messageHandlersOf(modules: ModulesContainer): MessageHandler[] {
  return controllersOf(modules)
    .flatMap((controller) =>
      [...methodsOf(controller).values()].map((method) => ({ controller, method })),
    )
    .filter(({ method }) => Reflect.hasMetadata(PATTERN_METADATA, method))
    .map(({ controller, method }) => ({
      controller,
      method,
      patterns: [Reflect.getMetadata(PATTERN_METADATA, method) as unknown].flat(),
      isEvent: Reflect.getMetadata(HANDLER_TYPE_METADATA, method) === EVENT,
    }));
}
