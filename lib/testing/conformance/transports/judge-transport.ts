import { excerpt } from '../../answer-differences.js';
import { noAnswer, withUntried } from '../answer-problems.js';
import { type Fault, FAULT_NAMES } from '../faults.js';
import type { ErrorConformanceProblem, Target } from '../judge.js';
import { MESSAGE_PHASES, type MessagePhase } from './message-handlers.js';
import { payloadProblems } from './payload-problems.js';
import { type Received, type Thrower, type Transport, Unanswered } from './transport.js';

/** Throws every fault in every phase of a transport, one after the other. */
export async function judgeTransport(
  transport: Transport,
  thrower: Thrower,
  { skip, timeout }: Target,
): Promise<ErrorConformanceProblem[]> {
  const problems: ErrorConformanceProblem[] = [];
  const faults = FAULT_NAMES.filter((fault) => !skip.includes(fault));
  for (const phase of MESSAGE_PHASES.filter((name) => !skip.includes(name))) {
    for (const [index, fault] of faults.entries()) {
      const about = { transport: transport.name, phase, fault, request: transport.place };
      const found = await judgeFault(transport, phase, fault, thrower, timeout);
      if (!found) continue;
      const { problem, body, isTheSameForAll } = found;
      const told = isTheSameForAll ? withUntried(problem, faults.length - index - 1) : problem;
      problems.push({ ...about, problem: told, headers: {}, body });
      if (isTheSameForAll) break;
    }
  }
  return problems;
}

interface Found {
  readonly problem: string;
  readonly body: string;
  /** What answers before a fault answers before all of them, and to wait for each takes too long. */
  readonly isTheSameForAll?: boolean;
}

async function judgeFault(
  transport: Transport,
  phase: MessagePhase,
  fault: Fault,
  thrower: Thrower,
  timeout: number,
): Promise<Found | undefined> {
  thrower.aimAt(fault);
  const signal = AbortSignal.timeout(timeout);
  let received: Received;
  try {
    received = await Promise.race([transport.ask(phase, signal), abortOf(signal)]);
  } catch (error) {
    const isKnown = error instanceof Unanswered && !signal.aborted;
    const problem = isKnown ? error.message : noAnswer(error, signal, timeout);
    return { problem, body: '', isTheSameForAll: signal.aborted };
  }
  const problems = payloadProblems(transport.name, received);
  const early = 'the fault was not reached: something of the application answered before';
  const all = thrower.isReached ? problems : [early, ...problems];
  if (all.length === 0) return undefined;
  return {
    problem: all.join('; '),
    body: excerpt(received.text),
    isTheSameForAll: !thrower.isReached,
  };
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}
