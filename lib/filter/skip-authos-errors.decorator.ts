import { UseFilters } from '@nestjs/common';
import { NestErrorsFilter } from './nest-errors.filter.js';

/**
 * Keeps Nest's own errors on a route, or on every route of a class: Terminus, for example, puts its report into
 * the body of a 503. Your own filters go on catching what they catch.
 *
 * @example
 * @SkipAuthOsErrors()
 * @Controller('health')
 * export class HealthController {}
 *
 * @publicApi
 */
export function SkipAuthOsErrors(): ClassDecorator & MethodDecorator {
  return UseFilters(NestErrorsFilter);
}
