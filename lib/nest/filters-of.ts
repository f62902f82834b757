import { FILTERS_METADATA } from './metadata-keys.js';

/** What the application declared, where the library has put something else in its place. */
const DECLARED = 'nestjs-authos-errors:declared-filters';

/** The filters that `@UseFilters()` gives to a class or a method: classes and instances. */
export function filtersOf(target: object): readonly unknown[] {
  const isReplaced =
    Reflect.hasOwnMetadata(DECLARED, target) ||
    // A subclass inherits what its parent has, unless it declares filters itself.
    (Reflect.hasMetadata(DECLARED, target) && !Reflect.hasOwnMetadata(FILTERS_METADATA, target));
  const filters: unknown = Reflect.getMetadata(isReplaced ? DECLARED : FILTERS_METADATA, target);
  return Array.isArray(filters) ? filters : [];
}

/** Puts other filters in their place, for every application that is made from now on. */
export function replaceFilters(target: object, filters: readonly unknown[]): void {
  Reflect.defineMetadata(DECLARED, filtersOf(target), target);
  Reflect.defineMetadata(FILTERS_METADATA, filters, target);
}
