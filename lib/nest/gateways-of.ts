import type { Type } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { GATEWAY_METADATA } from './metadata-keys.js';

/** A module of Nest, as the container holds it. */
export type ModuleRef = ModulesContainer extends Map<string, infer M> ? M : never;

/** A gateway that a module provides. */
export interface Gateway {
  readonly type: Type;
  readonly module: ModuleRef;
  /** Of a gateway with the scope of a request there are many, and this is none of them. */
  readonly instance: unknown;
}

/** The gateways of all modules. One that two modules provide is there twice, as Nest binds it twice. */
export function gatewaysOf(modules: ModulesContainer): Gateway[] {
  return [...modules.values()].flatMap((module) =>
    [...module.providers.values()].flatMap(({ metatype, instance, isNotMetatype }): Gateway[] => {
      if (typeof metatype !== 'function' || isNotMetatype) return [];
      if (!Reflect.hasMetadata(GATEWAY_METADATA, metatype)) return [];
      return [{ type: metatype as Type, module, instance }];
    }),
  );
}
