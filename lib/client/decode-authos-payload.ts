import { readAnswerMembers } from '../contract/read-answer-members.js';
import { decoded } from './decoded.js';
import type { DecodedAuthOsError } from './decoded-authos-error.js';

/**
 * Reads an error that came over another transport than HTTP: what a gateway acknowledged or sent with the event
 * `exception`, what a request to a microservice failed with, one of the `errors` of a GraphQL result, or the error of a
 * gRPC client. It never throws.
 *
 * @example
 * const answer = await socket.emitWithAck('join', room);
 * const error = decodeAuthOsPayload(answer);
 * if (error.code === 'UNAUTHORIZED') signIn();
 *
 * @example
 * const errors = result.errors?.map(decodeAuthOsPayload) ?? [];
 *
 * @publicApi
 */
export function decodeAuthOsPayload(payload: unknown): DecodedAuthOsError {
  const members = readAnswerMembers(payload);
  const retryAfter = members?.retry_after;
  const hints = { status: undefined, retryAfter, isRetryable: retryAfter !== undefined };
  return members
    ? decoded(members, hints)
    : { kind: 'not-an-envelope', code: undefined, ...hints, body: textOf(payload) };
}

function textOf(payload: unknown): string {
  if (typeof payload === 'string') return payload;
  try {
    return payload instanceof Error ? payload.message : (JSON.stringify(payload) ?? 'undefined');
  } catch {
    return typeof payload;
  }
}
