import { readAnswerMembers } from '../contract/read-answer-members.js';
import { decoded } from './decoded.js';
import type { DecodedAuthOsError } from './decoded-authos-error.js';
import { secondsOf } from './retry-after.js';

/**
 * The part of fetch's Response that is read.
 *
 * @example
 * const headers = new Headers({ 'retry-after': '5' });
 * const response: FetchResponse = { status: 503, headers, text: async () => 'Be right back.' };
 *
 * @publicApi
 */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/**
 * Reads an error response of fetch: an envelope with one of the 23 codes, one with a code that is newer than this
 * package, or no envelope at all. It reads the body, which can be read once; pass a `clone()` to keep it.
 *
 * A browser shows `Retry-After` to another origin only when the server lists it in `Access-Control-Expose-Headers`.
 *
 * @throws whatever reading the body throws: the connection broke, or the body was read before.
 * @see RFC 9110, 10.2.3 Retry-After
 *
 * @example
 * const response = await fetch('/api/token', { method: 'POST' });
 * if (!response.ok) {
 *   const error = await decodeAuthOsError(response);
 *   if (error.code === 'DEVICE_CODE_PENDING') setTimeout(poll, (error.retryAfter ?? 5) * 1000);
 * }
 *
 * @publicApi
 */
export async function decodeAuthOsError(response: FetchResponse): Promise<DecodedAuthOsError> {
  const { status, headers } = response;
  const body = await response.text();
  const retryAfter = secondsOf(headers.get('retry-after'));
  const isRetryable = retryAfter !== undefined || RETRYABLE_STATUSES.has(status);
  const members = readAnswerMembers(parse(body));
  return members
    ? decoded(members, { status, retryAfter, isRetryable })
    : { kind: 'not-an-envelope', code: undefined, status, retryAfter, isRetryable, body };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
