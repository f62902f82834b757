import type { ApplicationConfig } from '@nestjs/core';
import { isAuthOsExceptionFilter } from '../filter/authos-exception.filter.js';
import { catchAllFiltersBefore } from '../filter/catch-all-filters.js';
import { caughtTypes } from '../nest/caught-types.js';
import { FILTERS_METADATA } from '../nest/metadata-keys.js';
import { classOf } from './class-names.js';
import { listedOn, type Route } from './route.interface.js';

/** Tells which routes answer their errors with the envelope, and not with a catch-all filter of somebody else. */
export function envelopeRoutes(config: ApplicationConfig): (route: Route) => boolean {
  const global = config.getGlobalFilters().find(isAuthOsExceptionFilter);
  const byDefault = global !== undefined && catchAllFiltersBefore(global, config).length === 0;
  return (route) => {
    // The last one, because Nest asks the filters of a method before those of its class.
    const own = listedOn(route, FILTERS_METADATA).map(classOf).findLast(catchesEverything);
    return own ? isAuthOsExceptionFilter(own.prototype) : byDefault;
  };
}

function catchesEverything(filter: Function | undefined): boolean {
  return filter !== undefined && caughtTypes(filter).length === 0;
}
