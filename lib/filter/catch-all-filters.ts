import type { ApplicationConfig } from '@nestjs/core';
import { isAuthOsExceptionFilter } from './authos-exception.filter.js';
import { caughtTypes } from '../nest/caught-types.js';

/** The names of the global filters that catch everything and are asked before `filter`, so that it never is. */
export function catchAllFiltersBefore(filter: object, config: ApplicationConfig): string[] {
  const global: readonly object[] = config.getGlobalFilters();
  const before = global.slice(global.indexOf(filter) + 1).map((other) => other.constructor);
  const scoped = config.getGlobalRequestFilters().map(({ metatype }) => metatype);
  return [...before, ...scoped.filter(isFilterClass)]
    .filter((type) => typeof type === 'function')
    .filter((type) => !isAuthOsExceptionFilter(type.prototype))
    .filter((type) => caughtTypes(type).length === 0)
    .map(({ name }) => name);
}

/** What a factory makes for each request is not known before. */
function isFilterClass(metatype: unknown): metatype is Function {
  const { prototype } = Object(metatype) as { prototype?: { catch?: unknown } };
  return typeof prototype?.catch === 'function';
}
