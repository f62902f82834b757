import { type Attempt, attemptOf } from './conformance.controller.js';
import type { ErrorConformanceName } from './error-conformance-options.js';
import { type Fault, FAULT_NAMES, FAULTS } from './faults.js';
import { type Phase, PHASE_NAMES } from './phases.js';
import { type FaultyRequest, REQUEST_FAULT_NAMES, REQUESTS } from './requests.js';

/** A request of the run, and what it is about. */
export interface Trial {
  readonly phase: string;
  readonly fault: string;
  readonly request: FaultyRequest;
  /** Whether the fault was thrown; a request that is a fault itself has none. */
  readonly reached?: () => boolean;
  /** The connection has to break, because the answer is under way. */
  readonly breaks?: boolean;
}

/** The routes of a run and its requests, by phase. */
export interface Trials {
  readonly attempts: readonly Attempt[];
  readonly phases: readonly (readonly Trial[])[];
}

/** The phases that hand their fault to a callback, by themselves or within a stream. */
const CALLBACKS: ReadonlySet<string> = new Set<Phase>([
  'middleware-next',
  'on-send',
  'stream-midway',
]);

/** The faults that hurt whoever reads them. */
const UNREADABLE: ReadonlySet<string> = new Set<Fault>(['throwing-getter', 'revoked-proxy']);

/** The trials of an application whose platform has the phases. */
export function trialsWithout(skip: readonly ErrorConformanceName[]): Trials {
  if (skip.includes('http')) return { attempts: [], phases: [] };
  const reached = new Set<string>();
  const attempts = PHASE_NAMES.filter((phase) => !skip.includes(phase)).flatMap((phase) =>
    FAULT_NAMES.filter((fault) => !skip.includes(fault))
      // A callback with any of these is a call without an error.
      .filter((fault) => !CALLBACKS.has(phase) || Boolean(FAULTS[fault]()))
      // Node itself reads the stack of what a stream fails with.
      .filter((fault) => phase !== 'stream-midway' || !UNREADABLE.has(fault))
      .map((fault) => attemptOf(phase, fault, (path) => reached.add(path))),
  );
  const phases = PHASE_NAMES.map((name) =>
    attempts
      .filter(({ phase }) => phase === name)
      .map(({ phase, fault, path, route }) => ({
        phase,
        fault,
        request: { method: phase === 'head' ? 'HEAD' : 'GET', path },
        reached: () => reached.has(path),
        breaks: route.breaks === true,
      })),
  );
  const requests = REQUEST_FAULT_NAMES.filter(
    (fault) => !skip.includes('request') && !skip.includes(fault),
  ).map((fault) => ({ phase: 'request', fault, request: REQUESTS[fault] }));
  return { attempts, phases: [...phases, requests] };
}
