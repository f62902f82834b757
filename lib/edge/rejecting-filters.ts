import { types } from 'node:util';
import type { ExceptionFilter } from '@nestjs/common';
import type { AbstractHttpAdapter, ApplicationConfig, ModulesContainer } from '@nestjs/core';
import type { AuthOsExceptionFilter } from '../filter/authos-exception.filter.js';
import { FILTERS_METADATA } from '../filter/filters-metadata.js';
import { methodsOf } from './methods-of.js';

/** The part of Nest's InstanceWrapper that is used here. */
interface FilterWrapper {
  readonly instance: unknown;
  readonly metatype: { prototype?: unknown } | null;
  readonly isTransient: boolean;
  isDependencyTreeStatic(): boolean;
}

type Catch = ExceptionFilter['catch'];

/** What a filter of several applications does by itself: it is led to the newest of them, not through all. */
const originals = new WeakMap<Catch, Catch>();

/**
 * Has `filter` answer what asynchronous filters of the user reject with. Nest leaves such a rejection to the process,
 * which ends by default, and the request without an answer. The same becomes of what a filter throws at once on
 * Express 4, of Nest 10; later versions and Fastify hand it to the global filters.
 */
export function answerRejectingFilters(
  config: ApplicationConfig,
  modules: ModulesContainer,
  filter: AuthOsExceptionFilter,
  adapter: AbstractHttpAdapter | undefined,
): void {
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
  const losesThrows = isExpress4(adapter?.getInstance<object>());
  for (const other of others) if (isFilter(other)) answerFailures(other, filter, losesThrows);
}

/** A filter with the scope of a request, or a transient one, is made anew: its class has to stand for it. */
function filterOf(wrapper: FilterWrapper): unknown {
  const isOne = wrapper.isDependencyTreeStatic() && !wrapper.isTransient;
  return isOne ? wrapper.instance : wrapper.metatype?.prototype;
}

function answerFailures(
  other: ExceptionFilter,
  filter: AuthOsExceptionFilter,
  losesThrows: boolean,
): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called on its own filter below
  const current = other.catch;
  const original = originals.get(current) ?? current;
  const answered: Catch = function (this: ExceptionFilter, error, host): unknown {
    if (host.getType() !== 'http') return original.call(this, error, host) as unknown;
    try {
      const result: unknown = original.call(this, error, host);
      return types.isPromise(result)
        ? result.catch((failure: unknown) => filter.catch(failure, host))
        : result;
    } catch (failure) {
      if (!losesThrows) throw failure;
      return filter.catch(failure, host);
    }
  };
  originals.set(answered, original);
  other.catch = answered;
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
