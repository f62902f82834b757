import {
  type AuthOsErrorEnvelope,
  isAuthOsErrorEnvelope,
} from '../../contract/authos-error-envelope.js';
import { AUTHOS_ERRORS } from '../../contract/authos-errors.js';
import type { ResponseAnswer } from '../answer.js';
import { answerDifferences, type Difference, headerDifferences } from '../answer-differences.js';
import { SECRET } from './secret.js';

const STATUSES = [
  ...new Set<number>(Object.values(AUTHOS_ERRORS).map(({ status }) => status)),
].sort((a, b) => a - b);

/** What is wrong with an answer, whatever its code, in words. */
export function answerProblems(answer: ResponseAnswer, preserves: boolean): string[] {
  if (!isAuthOsErrorEnvelope(answer.body)) {
    return ['the body is no AuthOS envelope', ...secretProblems(answer)];
  }
  const status = preserves ? preservedStatus(answer, answer.body) : undefined;
  return [...answerDifferences(answer, { status }).map(inWords), ...secretProblems(answer)];
}

/** HEAD is answered with the headers of the envelope and without a body, so that its code stays unknown. */
export function headProblems(answer: ResponseAnswer, preserves: boolean): string[] {
  const { status } = answer.head;
  const possible = preserves ? status >= 400 : STATUSES.includes(status);
  return [
    ...(possible ? [] : [`status is ${status}, expected one of ${STATUSES.join(', ')}`]),
    ...headerDifferences(answer.head).map(inWords),
    ...secretProblems(answer),
  ];
}

/** The status of the answer itself, as long as it is of the class of its code. */
function preservedStatus(
  { head }: ResponseAnswer,
  { error_code }: AuthOsErrorEnvelope,
): number | undefined {
  const { status } = AUTHOS_ERRORS[error_code];
  return Math.floor(status / 100) === Math.floor(head.status / 100) ? head.status : undefined;
}

function secretProblems({ head, text }: ResponseAnswer): string[] {
  const telling = Object.entries(head.headers).filter((header) => header.join().includes(SECRET));
  return [
    ...(text.includes(SECRET) ? ['the body tells the secret of the fault'] : []),
    ...telling.map(([name]) => `the header ${name} tells the secret of the fault`),
  ];
}

/** Why a request has no answer: it took too long, or it failed. */
export function noAnswer(error: unknown, { aborted }: AbortSignal, timeout: number): string {
  return aborted ? `no answer came within ${timeout} ms` : `no answer came: ${String(error)}`;
}

/** What answers before the first fault of a phase answers before all of them. */
export function withUntried(problem: string, faults: number): string {
  return `${problem}; the other ${faults} faults of the phase were not tried`;
}

export function inWords({ point, expected, received }: Difference): string {
  return `${point} is ${received}, expected ${expected}`;
}
