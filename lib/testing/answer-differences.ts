import { types } from 'node:util';
import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import {
  type AuthOsErrorEnvelope,
  isAuthOsErrorEnvelope,
} from '../contract/authos-error-envelope.js';
import { AUTHOS_ERRORS } from '../contract/authos-errors.js';
import type { Answer, AnswerHead } from './answer.js';
import type { AuthOsErrorExpectation } from './authos-error-expectation.js';

/** One point in which an answer is not what was expected. */
export interface Difference {
  readonly point: string;
  readonly expected: string;
  readonly received: string;
}

interface Expected extends AuthOsErrorExpectation {
  /** Any of the 23 by default. */
  code?: AuthOsErrorCode;
}

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

/** Sound members, beside which one of another envelope is tried. */
const SOUND: AuthOsErrorEnvelope = {
  error: 'A text.',
  error_code: 'NOT_FOUND',
  timestamp: '2025-01-15T10:30:00Z',
};
const SHAPES: Readonly<Record<keyof AuthOsErrorEnvelope, string>> = {
  error: 'a text that is not empty',
  error_code: 'one of the 23 codes',
  timestamp: `UTC in whole seconds, such as ${SOUND.timestamp}`,
};
/** What this library sends, of all that an envelope may have. */
const WHOLE_SECONDS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const MEMBERS = Object.keys(SOUND) as (keyof AuthOsErrorEnvelope)[];
const CONTROL_CHARACTER = /\p{Cc}/u;

/** Where an answer is not exactly the one that the contract has for its code. None: it is. */
export function answerDifferences(answer: Answer, expected: Expected = {}): Difference[] {
  const { head, body, text } = answer;
  const code = expected.code ?? (isAuthOsErrorEnvelope(body) ? body.error_code : undefined);
  const status = expected.status ?? (code && AUTHOS_ERRORS[code].status);
  return [
    ...(head && status !== undefined ? unequal('status', String(status), head.status) : []),
    ...(isObject(body)
      ? envelopeDifferences(body, expected)
      : [{ point: 'body', expected: 'an envelope', received: excerpt(text) || 'nothing' }]),
    ...(head ? headerDifferences(head) : []),
  ];
}

/** The headers that every answer has, whatever its code. */
export function headerDifferences({ status, headers }: AnswerHead): Difference[] {
  const challenge = headers['www-authenticate'];
  return [
    ...Object.entries(HEADERS).flatMap(([name, value]) => unequal(name, value, headers[name])),
    ...unequal('etag', 'none', headers.etag),
    ...(status === 401 && !challenge
      ? unequal('www-authenticate', 'a challenge, such as Bearer', challenge)
      : []),
  ];
}

/** The beginning of a text, for people. */
export function excerpt(text: string): string {
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}

function envelopeDifferences(body: Record<string, unknown>, expected: Expected): Difference[] {
  const members = unequal('members', MEMBERS.join(', '), Object.keys(body).join(', '));
  const unsound = MEMBERS.filter((member) => !isSound(member, body[member])).map((member) => ({
    point: member,
    expected: SHAPES[member],
    received: shown(body[member]),
  }));
  if (unsound.length > 0) return [...members, ...unsound];
  const { error, error_code } = body as unknown as AuthOsErrorEnvelope;
  return [
    ...members,
    ...unequal('error_code', expected.code ?? error_code, error_code),
    ...textDifferences(error, expected.error),
  ];
}

function isSound(member: keyof AuthOsErrorEnvelope, value: unknown): boolean {
  if (!isAuthOsErrorEnvelope({ ...SOUND, [member]: value })) return false;
  return member !== 'timestamp' || WHOLE_SECONDS.test(String(value));
}

function textDifferences(error: string, expected: string | RegExp | undefined): Difference[] {
  if (CONTROL_CHARACTER.test(error) || !error.isWellFormed()) {
    const sound = 'well-formed Unicode without control characters';
    return [{ point: 'error', expected: sound, received: shown(error) }];
  }
  // `search` keeps nothing in mind, as `test` does for a RegExp with the flag g.
  const met = types.isRegExp(expected)
    ? error.search(expected) !== -1
    : error === (expected ?? error);
  return met ? [] : [{ point: 'error', expected: String(expected), received: error }];
}

function unequal(
  point: string,
  expected: string,
  received: string | number | undefined,
): Difference[] {
  const text = String(received ?? 'none');
  return text === expected ? [] : [{ point, expected, received: text }];
}

function shown(value: unknown): string {
  return excerpt(JSON.stringify(value) ?? 'none');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
