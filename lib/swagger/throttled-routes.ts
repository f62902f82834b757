import type { ModulesContainer } from '@nestjs/core';
import type { Route } from './route.interface.js';

/** What @nestjs/throttler calls its options, and where `@SkipThrottle()` keeps the throttlers that it skips. */
const THROTTLER_OPTIONS = 'THROTTLER:MODULE_OPTIONS';
const THROTTLER_SKIP = 'THROTTLER:SKIP';

type Throttlers = readonly { name?: string }[];

/** Tells which routes a ThrottlerGuard leaves to at least one throttler. */
export function throttledRoutes(modules: ModulesContainer): (route: Route) => boolean {
  const throttlers = throttlersOf(modules);
  return ({ controller, handler }) =>
    throttlers.some(({ name = 'default' }) => {
      const [ofMethod, ofClass] = [handler, controller].map(
        (target) => Reflect.getMetadata(THROTTLER_SKIP + name, target) as boolean | undefined,
      );
      return !(ofMethod ?? ofClass);
    });
}

function throttlersOf(modules: ModulesContainer): Throttlers {
  const options = [...modules.values()]
    .map(({ providers }) => providers.get(THROTTLER_OPTIONS)?.instance as unknown)
    .find((instance) => instance) as Throttlers | { throttlers: Throttlers } | undefined;
  if (!options) return [{}];
  return 'throttlers' in options ? options.throttlers : options;
}
