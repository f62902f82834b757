import type { ApplicationConfig } from '@nestjs/core';

/** Where `@Catch()` keeps the types of a filter. The constant is not exported by every version of Nest. */
const CATCH_METADATA = '__filterCatchExceptions__';

/** The names of the global filters that catch everything and are asked before `filter`, so that it never is. */
export function catchAllFiltersBefore(filter: object, config: ApplicationConfig): string[] {
  const global = config.getGlobalFilters();
  const before: unknown[] = global.slice(global.indexOf(filter as (typeof global)[number]) + 1);
  const types = before.map((other) => (other as object).constructor);
  const scoped = config.getGlobalRequestFilters().map(({ metatype }) => metatype);
  return [...types, ...scoped].filter((type) => isCatchAll(type)).map((type) => String(type?.name));
}

function isCatchAll(type: unknown): boolean {
  if (typeof type !== 'function') return false;
  const caught: unknown = Reflect.getMetadata(CATCH_METADATA, type);
  return !Array.isArray(caught) || caught.length === 0;
}
