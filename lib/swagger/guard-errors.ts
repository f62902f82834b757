import type { ApplicationConfig } from '@nestjs/core';
import { OrganizationActiveGuard } from '../access/organization-active.guard.js';
import { TierFeatureGuard } from '../access/tier-feature.guard.js';
import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { GUARDS_METADATA } from '../nest/metadata-keys.js';
import { classNames, classOf } from './class-names.js';
import { documentedErrors } from './documented-responses.js';
import { listedOn, type Route } from './route.interface.js';

/** By name, so that the guards of another copy of a package are known as well. */
const CODES_BY_GUARD: ReadonlyMap<string, readonly AuthOsErrorCode[]> = new Map([
  [OrganizationActiveGuard.name, ['FORBIDDEN', 'ORGANIZATION_NOT_ACTIVE']],
  [
    TierFeatureGuard.name,
    ['FORBIDDEN', 'ORGANIZATION_NOT_ACTIVE', 'FEATURE_NOT_AVAILABLE_IN_TIER'],
  ],
  ['ThrottlerGuard', ['TOO_MANY_REQUESTS']],
]);

/** What the guard of @nestjs/passport has of its own; its name is random. */
const PASSPORT_METHODS = ['canActivate', 'logIn', 'handleRequest', 'getAuthenticateOptions'];

/** The codes of the guards of a route: its own, those of its class, and the global ones. */
export function guardErrors(
  route: Route,
  config: ApplicationConfig,
  isThrottled: (route: Route) => boolean,
): AuthOsErrorCode[] {
  const guards: unknown[] = [
    ...config.getGlobalGuards(),
    ...config.getGlobalRequestGuards().map(({ metatype }) => metatype),
    ...listedOn(route, GUARDS_METADATA),
  ];
  return guards
    .flatMap(errorsOfGuard)
    .filter((code) => code !== 'TOO_MANY_REQUESTS' || isThrottled(route));
}

function errorsOfGuard(guard: unknown): readonly AuthOsErrorCode[] {
  const type = classOf(guard);
  const own = type ? documentedErrors(type) : [];
  if (own.length > 0) return own;
  const known = classNames(guard).find((name) => CODES_BY_GUARD.has(name));
  if (known) return CODES_BY_GUARD.get(known) ?? [];
  const prototype = type?.prototype as Record<string, unknown> | undefined;
  return PASSPORT_METHODS.every((name) => typeof prototype?.[name] === 'function')
    ? ['UNAUTHORIZED', 'TOKEN_EXPIRED', 'JWT_ERROR']
    : ['UNAUTHORIZED', 'FORBIDDEN'];
}
