import { types } from 'node:util';
import type { ExceptionFilter } from '@nestjs/common';
import type { ApplicationConfig, ModulesContainer } from '@nestjs/core';
import type { AuthOsExceptionFilter } from '../filter/authos-exception.filter.js';
import { methodsOf } from './methods-of.js';

/** What `@UseFilters()` leaves on a class or a method. The constant is not exported by every version of Nest. */
const FILTERS_METADATA = '__exceptionFilters__';

/** A filter that several applications of a process share is led to the newest of them, not through all. */
const originals = new WeakMap<ExceptionFilter, ExceptionFilter['catch']>();

/**
 * Has `filter` answer what asynchronous filters of the user reject with. Nest leaves such a rejection to the process,
 * which ends by default, and the request without an answer. What a filter throws at once, Nest takes care of.
 */
export function answerRejectingFilters(
  config: ApplicationConfig,
  modules: ModulesContainer,
  filter: AuthOsExceptionFilter,
): void {
  const others = new Set<unknown>(config.getGlobalFilters());
  for (const { injectables, controllers } of modules.values()) {
    for (const { instance } of injectables.values()) others.add(instance);
    for (const { metatype } of controllers.values()) {
      if (typeof metatype === 'function')
        filtersGivenTo(metatype).forEach((other) => others.add(other));
    }
  }
  others.delete(filter);
  for (const other of others) if (isFilter(other)) answerRejections(other, filter);
}

function answerRejections(other: ExceptionFilter, filter: AuthOsExceptionFilter): void {
  const original = originals.get(other) ?? other.catch.bind(other);
  originals.set(other, original);
  other.catch = (error, host): unknown => {
    const result: unknown = original(error, host);
    return types.isPromise(result)
      ? result.catch((failure: unknown) => filter.catch(failure, host))
      : result;
  };
}

/** Filters given to a controller or its methods as instances, which are nobody's providers. */
function filtersGivenTo(controller: { prototype: object }): unknown[] {
  return [controller, ...methodsOf(controller.prototype)].flatMap(
    (target) => (Reflect.getMetadata(FILTERS_METADATA, target) as unknown[] | undefined) ?? [],
  );
}

function isFilter(value: unknown): value is ExceptionFilter {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<ExceptionFilter>).catch === 'function' &&
    Object.isExtensible(value)
  );
}
