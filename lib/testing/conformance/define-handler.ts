import { Body } from '@nestjs/common';
import type { PhaseRoute } from './phases.js';

/** Gives a class the method of a phase, with its decorators. */
export function defineHandler(prototype: object, name: string, route: PhaseRoute) {
  const { handler = () => undefined, decorator, pipe } = route;
  const value = (): unknown => handler();
  const descriptor = { value: Object.defineProperty(value, 'name', { value: name }) };
  Object.defineProperty(prototype, name, descriptor);
  decorator?.(prototype, name, descriptor);
  // A pipe is asked only where there is a parameter. That of a body is the payload of gateways and microservices, too.
  if (pipe) Body(pipe)(prototype, name, 0);
  return descriptor;
}
