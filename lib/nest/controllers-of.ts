import type { Type } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';

/** The classes of all controllers, each once. */
export function controllersOf(modules: ModulesContainer): Type[] {
  const wrappers = [...modules.values()].flatMap(({ controllers }) => [...controllers.values()]);
  const types = wrappers
    .map(({ metatype }) => metatype)
    .filter((type) => typeof type === 'function');
  return [...new Set(types as Type[])];
}
