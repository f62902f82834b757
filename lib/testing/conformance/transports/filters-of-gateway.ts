import type { Type } from '@nestjs/common';
import { isNestErrorsFilter } from '../../../filter/nest-errors.filter.js';
import { filtersOf } from '../../../nest/filters-of.js';
import { FILTERS_METADATA } from '../../../nest/metadata-keys.js';
import { methodsOf } from '../../../nest/methods-of.js';

/** The filters that Nest finds on a gateway; undefined where all of it is left to Nest by `@SkipAuthOsErrors()`. */
export function filtersOfGateway(gateway: Type): readonly unknown[] | undefined {
  if (isSkipped(gateway)) return undefined;
  const methods = [...methodsOf(gateway).values()];
  // Where one method is left to Nest, the others have the filters of the class.
  return methods.some(isSkipped)
    ? foundOn(methods.find((method) => !isSkipped(method) && foundOn(method)))
    : (foundOn(gateway) ?? []);
}

function isSkipped(target: object): boolean {
  return filtersOf(target).some(isNestErrorsFilter);
}

function foundOn(target: object | undefined): readonly unknown[] | undefined {
  return (
    target && (Reflect.getMetadata(FILTERS_METADATA, target) as readonly unknown[] | undefined)
  );
}
