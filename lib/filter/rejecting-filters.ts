import { types } from 'node:util';
import type { ExceptionFilter, Type } from '@nestjs/common';
import type { AbstractHttpAdapter, ApplicationConfig, ModulesContainer } from '@nestjs/core';
import type { AuthOsExceptionFilter } from './authos-exception.filter.js';
import { controllersOf } from '../nest/controllers-of.js';
import { entryProvidersOf } from '../nest/entry-providers-of.js';
import { FILTERS_METADATA } from '../nest/metadata-keys.js';
import { methodsOf } from '../nest/methods-of.js';
import { leaveAlone } from '../transports/graphql/left-alone.js';

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
export function coverRejectingFilters(
  config: ApplicationConfig,
  modules: ModulesContainer,
  filter: AuthOsExceptionFilter,
  adapter: AbstractHttpAdapter | undefined,
): void {
  const others = new Set<unknown>(config.getGlobalFilters());
  config.getGlobalRequestFilters().forEach((wrapper) => others.add(filterOf(wrapper)));
  for (const { injectables } of modules.values()) {
    for (const wrapper of injectables.values()) others.add(filterOf(wrapper));
  }
  for (const type of [...controllersOf(modules), ...entryProvidersOf(modules)]) {
    for (const other of filtersGivenTo(type)) others.add(other);
  }
  others.delete(filter);
  const losesThrows = isExpress4(adapter?.getInstance<object>());
  for (const other of others) if (isFilter(other)) answerFailures(other, filter, losesThrows);
}

/** A filter with the scope of a request, or a transient one, is made anew each time: its class is covered instead. */
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
    const type = host.getType<string>();
    if (type === 'graphql') return own(error, original.call(this, error, host));
    if (type !== 'http') return original.call(this, error, host) as unknown;
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

/** What a filter makes of an error is its answer, which GraphQL sends as it is. An error that it hands back is none. */
function own(error: unknown, result: unknown): unknown {
  if (types.isPromise(result)) return result.then((value) => own(error, value));
  if (result !== error) leaveAlone(result);
  return result;
}

/** Express 5 has its router from the start. */
function isExpress4(instance: object | undefined): boolean {
  return instance !== undefined && 'lazyrouter' in instance;
}

/** Filters given to a class or its methods as instances, which are nobody's providers. */
function filtersGivenTo(type: Type): unknown[] {
  return [type, ...methodsOf(type).values()].flatMap(
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
