import { type MiddlewareConsumer, Module, type NestModule, type Type } from '@nestjs/common';
import {
  type Attempt,
  conformanceController,
  ConformanceRequestController,
} from './conformance.controller.js';
import { PHASE_NAMES } from './phases.js';

/** What a run adds to an application. `onConfigured` is called when Nest takes them up, which it does once, in `init()`. */
export function conformanceModule(
  attempts: readonly Attempt[],
  providers: readonly Type[],
  onConfigured: () => void,
): Type {
  class ConformanceModule implements NestModule {
    configure(consumer: MiddlewareConsumer): void {
      onConfigured();
      for (const { path, route } of attempts) {
        if (route.middleware) consumer.apply(route.middleware).forRoutes(path);
      }
    }
  }
  const controllers = PHASE_NAMES.map((name) =>
    conformanceController(
      name,
      attempts.filter(({ phase }) => phase === name),
    ),
  );
  Module({
    controllers: [...controllers, ConformanceRequestController],
    providers: [...providers],
  })(ConformanceModule);
  return ConformanceModule;
}
