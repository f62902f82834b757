import { isThrown, type Thrown } from '../translation/source-mapper.js';

const UNSAFE = /[\p{Cc}\u2028\u2029]/gu;
const MAX_TEXT = 2000;
const MAX_CAUSES = 8;
const MAX_FRAMES = 30;
const FRAME = /^\s+at /;

/** A foreign text on one line: control characters are shown as escapes, so nobody forges a line or a colour. */
export function escapeLine(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return cut.replace(UNSAFE, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
  });
}

/**
 * Name and message of a thrown value and of its causes on one line. Other properties are never
 * looked at: they hold SQL with its values, request bodies and bearer tokens.
 */
export function describeError(error: unknown): string {
  return causeChain(error).map(describeOne).join(' ← ');
}

/** The stack frames of an error and of its causes, without their headers, in which a message could pose as a frame. */
export function stackOf(error: unknown): string | undefined {
  const parts = causeChain(error).flatMap((link, index) => {
    const frames = framesOf(link);
    return frames.length > 0 && index > 0 ? [`caused by ${describeOne(link)}`, ...frames] : frames;
  });
  return parts.length > 0 ? parts.join('\n') : undefined;
}

function causeChain(error: unknown): unknown[] {
  const chain: unknown[] = [error];
  while (chain.length <= MAX_CAUSES) {
    const cause = read(chain.at(-1), 'cause');
    if (cause === undefined || cause === null || chain.includes(cause)) break;
    chain.push(cause);
  }
  return chain;
}

function describeOne(error: unknown): string {
  if (!isThrown(error)) return `thrown ${typeof error} ${escapeLine(String(error))}`;
  const name = text(read(error, 'name'));
  const message = text(read(error, 'message'));
  if (name && message) return escapeLine(`${name}: ${message}`);
  return escapeLine(name || message || 'thrown object without a message');
}

function framesOf(error: unknown): string[] {
  const stack = read(error, 'stack');
  if (typeof stack !== 'string') return [];
  const message = text(read(error, 'message'));
  const start = message && stack.includes(message) ? stack.indexOf(message) + message.length : 0;
  return stack
    .slice(start)
    .split('\n', MAX_FRAMES)
    .filter((line) => FRAME.test(line))
    .map(escapeLine);
}

function read(value: unknown, key: keyof Error): unknown {
  try {
    return isThrown(value) ? (value as Thrown)[key] : undefined;
  } catch {
    return undefined;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
