import { Controller, Get, Post, type Type, VERSION_NEUTRAL } from '@nestjs/common';
import { defineHandler } from './define-handler.js';
import { FAULTS, type Fault } from './faults.js';
import { type Phase, type PhaseRoute, PHASES } from './phases.js';

/** Below it is everything that a run adds to an application. Nobody has it. */
export const BASE = '__authos-error-conformance';

/** A fault in a phase, and how it is thrown at `path`. */
export interface Attempt {
  readonly phase: Phase;
  readonly fault: Fault;
  readonly path: string;
  readonly route: PhaseRoute;
}

/** An attempt, which tells `onReached` as soon as its fault is about to be thrown. */
export function attemptOf(phase: Phase, fault: Fault, onReached: (path: string) => void): Attempt {
  const path = `${BASE}/${phase}/${fault}`;
  const route = PHASES[phase](() => {
    onReached(path);
    throw FAULTS[fault]();
  });
  return { phase, fault, path, route };
}

/**
 * The controller of a phase. Each attempt is a route with a handler of a name of its own: a ThrottlerGuard counts by class
 * and handler, so that it counts to one.
 */
export function conformanceController(phase: Phase, attempts: readonly Attempt[]): Type {
  class ConformanceController {}
  const { prototype } = ConformanceController;
  for (const { fault, route } of attempts) {
    Get(fault)(prototype, fault, defineHandler(prototype, fault, route));
  }
  Controller({ path: `${BASE}/${phase}`, version: VERSION_NEUTRAL })(ConformanceController);
  return Object.defineProperty(ConformanceController, 'name', { value: `Conformance ${phase}` });
}

/** Where the requests go that are a fault themselves. */
@Controller({ path: BASE, version: VERSION_NEUTRAL })
export class ConformanceRequestController {
  @Post('body')
  accept(): void {}

  @Get('item/:id')
  find(): void {}
}
