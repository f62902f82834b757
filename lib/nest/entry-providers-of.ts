import type { Type } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { ENTRY_PROVIDER_METADATA } from './metadata-keys.js';

/** The classes of all providers that are asked from outside, such as resolvers, each once. */
export function entryProvidersOf(modules: ModulesContainer): Type[] {
  const wrappers = [...modules.values()].flatMap(({ providers }) => [...providers.values()]);
  const types = wrappers
    .map(({ metatype }) => metatype)
    .filter((type) => typeof type === 'function')
    .filter((type) => Reflect.hasMetadata(ENTRY_PROVIDER_METADATA, type));
  return [...new Set(types as Type[])];
}
