import type { Answer } from './answer.js';
import { type Difference, excerpt } from './answer-differences.js';

/** What was expected, each point that differs, and what was received. */
export function describeDifferences(
  title: string,
  differences: readonly Difference[],
  answer: Answer,
): string {
  const points = differences.map(
    ({ point, expected, received }) =>
      `  ${point}\n    expected: ${expected}\n    received: ${received}`,
  );
  return `${title}\n${points.join('\n')}\n\n${describeAnswer(answer)}`;
}

/** Status, content type and the beginning of the body. */
export function describeAnswer({ head, text }: Answer): string {
  const of = head
    ? `${head.status}, ${head.headers['content-type'] ?? 'no content-type'}`
    : 'a body';
  return `received: ${of}\n${excerpt(text)}`;
}
