import { readAnswerMembers } from '../contract/read-answer-members.js';
import { wrongValue } from '../contract/rule.js';
import { type Answer, type AnswerHead, answerOf, headersOf, type HeaderValue } from './answer.js';

/** The part of fetch's Response that is used here: its body comes later. */
interface FetchResponse {
  readonly status: number;
  readonly headers: Iterable<[string, string]>;
  readonly bodyUsed: boolean;
  clone(): { text(): Promise<string> };
}

const TAKES =
  'a response of supertest, light-my-request, axios or fetch, the parsed body of a response, or an error of another transport';

/**
 * Reads a response whose body is there: of supertest or superagent, of Fastify's `inject`, of axios. Any other object is
 * taken for a parsed body, or for what another transport has instead.
 */
export function readAnswer(received: unknown, caller: string): Answer {
  if (!isObject(received)) {
    throw wrongValue(caller, 'what was received', received, TAKES);
  }
  if (typeof received.then === 'function') {
    throw new TypeError(
      `${caller}: what was received is a promise, which has to be awaited; it takes ${TAKES}`,
    );
  }
  const head = headOf(received);
  if (!head) return { text: JSON.stringify(received), body: bodyOf(received) };
  // superagent, light-my-request, axios
  const content = [received.text, received.payload, received.data].find(
    (candidate) => candidate !== undefined && candidate !== null,
  );
  if (typeof content === 'string') return answerOf(content, head);
  return { head, text: JSON.stringify(content) ?? '', body: content };
}

/** Tells a response whose body is still to be read. */
export function isFetchResponse(received: unknown): received is FetchResponse {
  return (
    isObject(received) &&
    typeof received.status === 'number' &&
    typeof received.text === 'function' &&
    typeof received.clone === 'function'
  );
}

/** Reads a copy, so that the test can still read the response itself. */
export async function readFetchResponse(response: FetchResponse, caller: string): Promise<Answer> {
  if (response.bodyUsed) {
    throw new TypeError(
      `${caller}: the body of the response was read before; it takes a response that is not read yet, or the parsed body`,
    );
  }
  const { status, headers } = response;
  return answerOf(await response.clone().text(), { status, headers: headersOf(headers) });
}

function headOf({ status, statusCode, headers }: Record<string, unknown>): AnswerHead | undefined {
  const number = status ?? statusCode;
  if (typeof number !== 'number' || !isObject(headers)) return undefined;
  return {
    status: number,
    headers: headersOf(Object.entries(headers as Record<string, HeaderValue>)),
  };
}

/** The three members of the envelope, where another transport adds to them or has them in other places. */
function bodyOf(received: Record<string, unknown>): unknown {
  const members = readAnswerMembers(received);
  if (!members) return received;
  const { retry_after, ...envelope } = 'error_code' in received ? received : members;
  return retry_after === undefined || members.retry_after !== undefined ? envelope : received;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
