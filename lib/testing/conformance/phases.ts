import { Readable } from 'node:stream';
import {
  Catch,
  type ExceptionFilter,
  type PipeTransform,
  StreamableFile,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { map } from 'rxjs';
import { QuietPromise } from './quiet-promise.js';

/** Throws the fault of a route. */
export type Raise = () => never;

/** What a middleware is called with. */
export type Next = (error?: unknown) => void;

/** How a fault is thrown in a phase: by a middleware, a decorator, a pipe of a parameter, or the handler. */
export interface PhaseRoute {
  middleware?: (request: unknown, response: unknown, next: Next) => void;
  decorator?: MethodDecorator;
  pipe?: PipeTransform;
  handler?: () => unknown;
  /** Called by Fastify when the answer is about to go out. Express has no such hook. */
  onSend?: Raise;
  /** The answer is under way when the fault is thrown: the connection has to break. */
  breaks?: true;
}

/** Thrown by a handler to have the filter of the phase called. */
class ConformanceSignal extends Error {}

@Catch(ConformanceSignal)
class FailingFilter implements ExceptionFilter {
  constructor(readonly fail: () => unknown) {}

  catch(): unknown {
    return this.fail();
  }
}

function signal(): never {
  throw new ConformanceSignal('for the filter of this route');
}

function rejected(raise: Raise): Promise<never> {
  return Promise.resolve().then(raise);
}

function caught(raise: Raise): unknown {
  try {
    return raise();
  } catch (error) {
    return error;
  }
}

/** Fails when its first byte is out. */
async function* failing(raise: Raise): AsyncGenerator<string> {
  yield 'half of it';
  await new Promise((resolve) => setTimeout(resolve, 20));
  raise();
}

/** Every place of Nest that a fault is thrown in, in the order that a request passes them. */
export const PHASES = {
  middleware: (raise) => ({ middleware: raise }),
  'middleware-next': (raise) => ({
    middleware: (_request, _response, next) => next(caught(raise)),
  }),
  guard: (raise) => ({ decorator: UseGuards({ canActivate: raise }) }),
  'guard-async': (raise) => ({ decorator: UseGuards({ canActivate: () => rejected(raise) }) }),
  'interceptor-before': (raise) => ({ decorator: UseInterceptors({ intercept: raise }) }),
  'interceptor-after': (raise) => ({
    decorator: UseInterceptors({ intercept: (_context, next) => next.handle().pipe(map(raise)) }),
  }),
  pipe: (raise) => ({ pipe: { transform: raise } }),
  handler: (raise) => ({ handler: raise }),
  'handler-async': (raise) => ({ handler: () => rejected(raise) }),
  'filter-throws': (raise) => ({
    handler: signal,
    decorator: UseFilters(new FailingFilter(raise)),
  }),
  'filter-rejects': (raise) => ({
    handler: signal,
    decorator: UseFilters(new FailingFilter(() => QuietPromise.reject(caught(raise)))),
  }),
  head: (raise) => ({ handler: raise }),
  'on-send': (raise) => ({ handler: () => 'fine', onSend: raise }),
  'stream-midway': (raise) => ({
    handler: () => new StreamableFile(Readable.from(failing(raise), { objectMode: false })),
    breaks: true,
  }),
} as const satisfies Record<string, (raise: Raise) => PhaseRoute>;

export type Phase = keyof typeof PHASES;

export const PHASE_NAMES = Object.keys(PHASES) as Phase[];
