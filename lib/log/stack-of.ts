import type { Described } from './describe-error.js';
import { escapeLine, MAX_TEXT } from './escape-line.js';
import { isReadable } from '../translation/unknown-object.js';
import { read } from './read.js';

const MAX_FRAMES = 30;
/** V8 writes a stack when it is read, and the message with it. */
const LONGEST_MESSAGE = 100_000;
const FRAME = /^\s+at /;
/** What V8 writes below the header of nearly every error: few frames, and nothing to escape. */
const PLAIN_FRAMES = /^(?:\n {4}at [^\p{Cc}\u2028\u2029]+){1,29}$/u;

/** The frames of the whole chain, without the headers of the stacks, in which a message could pose as a frame. */
export function stackOf(described: readonly Described[]): string | undefined {
  const parts: string[] = [];
  for (const { error, text } of described) {
    const frames = framesOf(error);
    if (!frames) continue;
    if (error !== described[0]?.error) parts.push(`caused by ${text}`);
    parts.push(frames);
  }
  return parts.length > 0 ? parts.join('\n') : undefined;
}

function framesOf(error: unknown): string {
  if (!isReadable(error)) return '';
  const message = messageOf(error);
  if (message.length > LONGEST_MESSAGE) return '';
  const stack = read(error, 'stack');
  if (typeof stack !== 'string') return '';
  const header = stack.indexOf(message);
  const start = header < 0 ? 0 : header + message.length;
  const lines = stack.slice(start);
  // To take them one by one costs more than all else that is logged of an error.
  if (lines.length <= MAX_TEXT && PLAIN_FRAMES.test(lines)) return lines.slice(1);
  return lines
    .split('\n', MAX_FRAMES)
    .filter((line) => FRAME.test(line))
    .map(escapeLine)
    .join('\n');
}

function messageOf(error: unknown): string {
  const message = read(error, 'message');
  return typeof message === 'string' ? message : '';
}
