import type { Type } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { AuthOsExceptionFilter } from './authos-exception.filter.js';
import { isNestErrorsFilter } from './nest-errors.filter.js';
import { filtersOf, replaceFilters } from '../nest/filters-of.js';
import { gatewaysOf, type ModuleRef } from '../nest/gateways-of.js';
import { methodsOf } from '../nest/methods-of.js';

/**
 * Adds the filter to every gateway, where global filters do not reach. Of the filters of a class Nest asks the first
 * last. It is added as a class, which Nest looks up in the application at hand: applications of one process share their
 * classes, and each has a filter of its own.
 */
export function coverGateways(modules: ModulesContainer, filter: AuthOsExceptionFilter): void {
  const wrapper = wrapperOf(filter, modules);
  for (const { type, module } of gatewaysOf(modules)) {
    if (wrapper) module.injectables.set(AuthOsExceptionFilter, wrapper);
    replaceAll(type, [AuthOsExceptionFilter]);
  }
}

/** Has Nest answer where SkipAuthOsErrors says so: on a gateway it does nothing more once a filter was asked. */
export function uncoverGateways(modules: ModulesContainer): void {
  for (const { type } of gatewaysOf(modules)) replaceAll(type, []);
}

function replaceAll(gateway: Type, last: readonly unknown[]): void {
  const own = filtersOf(gateway);
  const methods = [...methodsOf(gateway).values()];
  if (own.some(isNestErrorsFilter)) {
    replaceFilters(gateway, own.filter(isOther));
  } else if (methods.some((method) => filtersOf(method).some(isNestErrorsFilter))) {
    // A filter of the class would be asked for the methods, too, that are left to Nest: each has all of its own instead.
    for (const method of methods) {
      const all = [...own, ...filtersOf(method)];
      replaceFilters(
        method,
        all.some(isNestErrorsFilter) ? all.filter(isOther) : [...last, ...all],
      );
    }
    replaceFilters(gateway, []);
  } else {
    replaceFilters(gateway, [...last, ...own]);
  }
}

function isOther(filter: unknown): boolean {
  return !isNestErrorsFilter(filter);
}

/** Nest's record of the filter, in the module that provides it. */
function wrapperOf(filter: AuthOsExceptionFilter, modules: ModulesContainer) {
  type Wrapper = ReturnType<ModuleRef['injectables']['get']>;
  const wrappers = [...modules.values()].map(
    ({ providers }): Wrapper => providers.get(AuthOsExceptionFilter) as Wrapper,
  );
  return wrappers.find((wrapper) => wrapper?.instance === filter);
}
