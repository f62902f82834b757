import { type ResponseAnswer } from '../answer.js';
import { excerpt } from '../answer-differences.js';
import { answerProblems, headProblems, noAnswer } from './answer-problems.js';
import type { ResolvedConformanceOptions } from './error-conformance-options.js';
import { exchange, exchangeBytes } from './exchange.js';
import type { TransportName } from './transports/transport.js';
import type { Trial } from './trial.js';

/**
 * An answer of an application that is not as the contract has it.
 *
 * @example
 * const problems: ErrorConformanceProblem[] = await runErrorConformance(app);
 * for (const { transport, phase, fault, problem } of problems) {
 *   console.error(`${transport}/${phase}/${fault}: ${problem}`);
 * }
 *
 * @publicApi
 */
export interface ErrorConformanceProblem {
  /** How the application was asked. */
  transport: 'http' | TransportName;
  /** Where the fault was thrown, such as `guard`; `request` where the request is the fault. */
  phase: string;
  /** What was thrown, such as `pg-unique-violation`. */
  fault: string;
  /** Method and path; the name of a gateway, and the number of a microservice in the order of their connection. */
  request: string;
  /** What is wrong, in words. */
  problem: string;
  /** The status of the answer; none where no answer came, and on the other transports. */
  status?: number;
  headers: Readonly<Record<string, string>>;
  /** The first 500 characters of the body. */
  body: string;
}

/** The application that is tried, as it listens. */
export interface Target extends ResolvedConformanceOptions {
  readonly port: number;
  /** Begins and ends with a slash. */
  readonly prefix: string;
}

/** Sends the request of a trial. Returns what is wrong with its answer, if anything is. */
export async function judge(
  trial: Trial,
  target: Target,
): Promise<ErrorConformanceProblem | undefined> {
  const { phase, fault, request } = trial;
  const path = (request.unprefixed ? '/' : target.prefix) + request.path;
  const about = {
    transport: 'http' as const,
    phase,
    fault,
    request: request.bytes ? 'bytes' : `${request.method} ${path}`,
  };
  const signal = AbortSignal.timeout(target.timeout);
  let answer: ResponseAnswer;
  try {
    answer = await (request.bytes === undefined
      ? exchange(
          target.port,
          { ...request, path, headers: { ...target.headers, ...request.headers } },
          signal,
        )
      : exchangeBytes(target.port, request.bytes, request.hangsUp === true, signal));
  } catch (error) {
    if (trial.breaks && !signal.aborted) return undefined;
    const problem = noAnswer(error, signal, target.timeout);
    return { ...about, problem, headers: {}, body: '' };
  }
  const problems = trial.breaks
    ? ['the answer is complete, although its stream failed']
    : problemsOf(trial, answer, target.httpStatus === 'preserve');
  if (problems.length === 0) return undefined;
  const { status, headers } = answer.head;
  return { ...about, problem: problems.join('; '), status, headers, body: excerpt(answer.text) };
}

function problemsOf(
  { request, reached }: Trial,
  answer: ResponseAnswer,
  preserves: boolean,
): string[] {
  const { status } = answer.head;
  if (request.mayPass && status < 400) return [];
  if (!reached && status < 400) return [`the request was not refused, but answered with ${status}`];
  const problems =
    request.method === 'HEAD' ? headProblems(answer, preserves) : answerProblems(answer, preserves);
  return !reached || reached()
    ? problems
    : [
        `the fault was not reached: something of the application answered before, with ${status}`,
        ...problems,
      ];
}
