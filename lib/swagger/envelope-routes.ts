import type { ApplicationConfig } from '@nestjs/core';
import { AuthOsExceptionFilter } from '../filter/authos-exception.filter.js';
import { FILTERS_METADATA } from '../filter/filters-metadata.js';
import { NestErrorsFilter } from '../filter/nest-errors.filter.js';
import { classNames } from './class-names.js';
import { listedOn, type Route } from './route.interface.js';

/** By name, so that the filters of another copy of the package are known as well. */
const ENVELOPES = AuthOsExceptionFilter.name;
const NESTS_OWN = NestErrorsFilter.name;

/**
 * Tells which routes answer their errors with the envelope. Where no filter is to be seen, the application is taken
 * to have one: in Nest's preview mode no module is constructed.
 */
export function envelopeRoutes(
  routes: readonly Route[],
  config: ApplicationConfig,
): (route: Route) => boolean {
  const isGlobal = [
    ...config.getGlobalFilters(),
    ...config.getGlobalRequestFilters().map(({ metatype }) => metatype),
  ].some((filter) => classNames(filter).includes(ENVELOPES));
  const byDefault = isGlobal || !routes.some((route) => filterOf(route) === ENVELOPES);
  return (route) => {
    const filter = filterOf(route);
    return filter ? filter === ENVELOPES : byDefault;
  };
}

/** The last one, because Nest asks the filters of a method before those of its class. */
function filterOf(route: Route): string | undefined {
  return listedOn(route, FILTERS_METADATA)
    .flatMap(classNames)
    .findLast((name) => name === ENVELOPES || name === NESTS_OWN);
}
