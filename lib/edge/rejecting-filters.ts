import { types } from 'node:util';
import type { ExceptionFilter } from '@nestjs/common';
import type { AbstractHttpAdapter, ApplicationConfig, ModulesContainer } from '@nestjs/core';
import type { AuthOsExceptionFilter } from '../filter/authos-exception.filter.js';
import { methodsOf } from './methods-of.js';

/** The part of Nest's InstanceWrapper that is used here. */
interface FilterWrapper {
  readonly instance: unknown;
  readonly metatype: { prototype?: unknown } | null;
  isDependencyTreeStatic(): boolean;
}

/** What `@UseFilters()` leaves on a class or a method. The constant is not exported by every version of Nest. */
const FILTERS_METADATA = '__exceptionFilters__';

/** A filter that several applications of a process share is led to the newest of them, not through all. */
const originals = new WeakMap<object, ExceptionFilter['catch']>();

/**
 * Has `filter` answer what asynchronous filters of the user reject with. Nest leaves such a rejection to the process,
 * which ends by default, and the request without an answer. What a filter throws at once, Fastify and Express 5 hand to
 * the global filters; Express 4, of Nest 10, is made to.
 */
export function answerRejectingFilters(
  config: ApplicationConfig,
  modules: ModulesContainer,
  filter: AuthOsExceptionFilter,
  adapter: AbstractHttpAdapter | undefined,
): void {
  const forwards = isExpress4(adapter?.getInstance<object>());
  const others = new Set<unknown>(config.getGlobalFilters());
  config.getGlobalRequestFilters().forEach((wrapper) => others.add(filterOf(wrapper)));
  for (const { injectables, controllers } of modules.values()) {
    for (const wrapper of injectables.values()) others.add(filterOf(wrapper));
    for (const { metatype } of controllers.values()) {
      if (typeof metatype === 'function')
        filtersGivenTo(metatype).forEach((other) => others.add(other));
    }
  }
  others.delete(filter);
  for (const other of others) if (isFilter(other)) answerRejections(other, filter, forwards);
}

/** A filter with the scope of a request is made anew for each, so that its class has to stand for it. */
function filterOf(wrapper: FilterWrapper): unknown {
  return wrapper.isDependencyTreeStatic() ? wrapper.instance : wrapper.metatype?.prototype;
}

function answerRejections(
  other: ExceptionFilter,
  filter: AuthOsExceptionFilter,
  forwards: boolean,
): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called on its own filter below
  const original = originals.get(other) ?? other.catch;
  originals.set(other, original);
  other.catch = function (this: ExceptionFilter, error, host): unknown {
    try {
      const result: unknown = original.call(this, error, host);
      return types.isPromise(result)
        ? result.catch((failure: unknown) => filter.catch(failure, host))
        : result;
    } catch (failure) {
      if (!forwards) throw failure;
      host.switchToHttp().getNext<(error: unknown) => void>()(failure);
    }
  };
}

/** Express 5 has its router from the start. */
function isExpress4(instance: object | undefined): boolean {
  return instance !== undefined && 'lazyrouter' in instance;
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
