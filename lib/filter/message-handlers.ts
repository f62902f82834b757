import type { ModulesContainer } from '@nestjs/core';
import { type AuthOsExceptionFilter, isAuthOsExceptionFilter } from './authos-exception.filter.js';
import { filtersOf, replaceFilters } from '../nest/filters-of.js';
import { messageHandlersOf } from '../nest/message-handlers-of.js';

/**
 * Notices handlers of a microservice that Nest builds without the filter: those of a hybrid application whose
 * microservice does not inherit its configuration. Nest does not say which those are. But it reads the `catch` of every
 * filter of a handler, the global ones first: when it comes to the handler's own and has not read that of the filter,
 * the filter is not among them.
 */
export class MessageHandlers {
  private isFilterRead = false;
  /** Whether there are handlers whose errors never reach the filter. */
  areMissed = false;

  constructor(modules: ModulesContainer, filter: AuthOsExceptionFilter) {
    const handlers = messageHandlersOf(modules).filter(
      ({ controller, method }) => ![controller, method].some(hasFilter),
    );
    if (handlers.length === 0) return;
    this.watch(filter);
    for (const { method } of handlers)
      replaceFilters(method, [this.sensor(), ...filtersOf(method)]);
  }

  private watch(filter: AuthOsExceptionFilter): void {
    // oxlint-disable-next-line typescript/unbound-method -- whoever reads it calls it on the filter
    const original = filter.catch;
    const read = (): typeof original => {
      this.isFilterRead = true;
      // Nest reads all filters of a handler at once; what was read before belongs to another.
      queueMicrotask(() => (this.isFilterRead = false));
      return original;
    };
    Object.defineProperty(filter, 'catch', { get: read, configurable: true });
  }

  /** What Nest drops, as it catches nothing. */
  private sensor(): object {
    const read = (): undefined => {
      this.areMissed ||= !this.isFilterRead;
      this.isFilterRead = false;
    };
    return Object.defineProperty({}, 'catch', { get: read });
  }
}

/** One that the application gave to the controller or its method. */
function hasFilter(target: object): boolean {
  return filtersOf(target).some(
    (filter) =>
      isAuthOsExceptionFilter(filter) ||
      (typeof filter === 'function' && isAuthOsExceptionFilter(filter.prototype)),
  );
}
