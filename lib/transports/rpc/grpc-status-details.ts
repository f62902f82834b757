import type { ErrorPayload } from '../payload.js';

const DOMAIN = 'authos';

/** The longest google.protobuf.Duration, ten thousand years. Strict readers refuse a longer one. */
const MAX_DURATION = 315_576_000_000;

/**
 * The trailer `grpc-status-details-bin`, by which clients in every language read the reason of an error and when to try
 * again: a google.rpc.Status with an ErrorInfo and, where there is a hint, a RetryInfo. Two messages as small as these
 * are written by hand, so that no protobuf library is needed.
 *
 * @see https://google.aip.dev/193
 * @see https://protobuf.dev/programming-guides/encoding
 */
export function grpcStatusDetails(status: number, answer: ErrorPayload): Buffer {
  const { error, retry_after } = answer;
  const details = [any('ErrorInfo', errorInfo(answer))];
  if (retry_after !== undefined) details.push(any('RetryInfo', retryInfo(retry_after)));
  return message(integer(1, status), text(2, error), ...details.map((detail) => bytes(3, detail)));
}

function errorInfo({ error_code, timestamp }: ErrorPayload): Buffer {
  const entry = message(text(1, 'timestamp'), text(2, timestamp));
  return message(text(1, error_code), text(2, DOMAIN), bytes(3, entry));
}

function retryInfo(seconds: number): Buffer {
  return message(bytes(1, integer(1, Math.min(seconds, MAX_DURATION))));
}

function any(type: string, value: Buffer): Buffer {
  return message(text(1, `type.googleapis.com/google.rpc.${type}`), bytes(2, value));
}

function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

function text(field: number, value: string): Buffer {
  return bytes(field, Buffer.from(value));
}

function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(value.length), value]);
}

function integer(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

/** Seven bits a byte, the lowest first. Not by bit operators, which have 32 bits. */
function varint(value: number): Buffer {
  const encoded: number[] = [];
  let rest = value;
  while (rest > 127) {
    encoded.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...encoded, rest]);
}
