import { isLibraryFailure } from '../translation/error-translator.js';
import { isObject, type UnknownObject } from '../translation/unknown-object.js';

const UNSAFE = /[\p{Cc}\u2028\u2029]/gu;
const MAX_TEXT = 2000;
const MAX_CAUSES = 8;
const MAX_FRAMES = 30;
const FRAME = /^\s+at /;
/** What V8 writes below the header of nearly every error: few frames, and nothing to escape. */
const PLAIN_FRAMES = /^(?:\n {4}at [^\p{Cc}\u2028\u2029]+){1,29}$/u;
/** Nest's text for an unknown route quotes the whole URL, and a query may hold tokens. */
const QUERY = /^(Cannot [A-Z-]+ [^?]*)\?.*$/s;

/** JSON.parse quotes what it could not read. */
const QUOTED_JSON = /^(Unexpected token) .* (is not valid JSON)$/s;

/** What libraries say for programs to read. None of it holds a value. */
const FIELDS = [
  'errno',
  'sqlState',
  'constraint',
  'table',
  'column',
  'routine',
  'type',
  'statusCode',
  'requestId',
] as const;
/** An OAuth client also has what the provider answered in `code`, which is not of this form. */
const CODE = /^[A-Z\d_]{1,100}$/;
const IDENTIFIER = /^[\w.:-]{1,100}$/;

/** A foreign text on one line: control characters are shown as escapes, so nobody forges a line or a colour. */
export function escapeLine(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return cut.replace(UNSAFE, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
  });
}

/** A thrown value or one of its causes, and what the log says of it. */
interface Described {
  readonly error: unknown;
  readonly text: string;
}

/**
 * A thrown value and its causes on one line each: by name and message; the errors of drivers, ORMs and clients by name
 * and machine-readable fields, because their messages quote statements, values and what others answered. What lies
 * below a library's error is the library's, too. No other property is ever looked at: a bearer token is in the config
 * of an HTTP client's error.
 */
export function describeChain(error: unknown): readonly Described[] {
  const chain = causeChain(error);
  const failure = chain.findIndex(isLibraryFailure);
  return chain.map((link, index) => ({
    error: link,
    text: escapeLine(failure >= 0 && index >= failure ? describeFailure(link) : describeOwn(link)),
  }));
}

/** The whole chain on one line. */
export function lineOf(chain: readonly Described[]): string {
  return chain.map(({ text }) => text).join(' ← ');
}

/** The frames of the whole chain, without the headers of the stacks, in which a message could pose as a frame. */
export function stackOf(chain: readonly Described[]): string | undefined {
  const parts: string[] = [];
  for (const { error, text } of chain) {
    const frames = framesOf(error);
    if (!frames) continue;
    if (error !== chain[0]?.error) parts.push(`caused by ${text}`);
    parts.push(frames);
  }
  return parts.length > 0 ? parts.join('\n') : undefined;
}

function causeChain(error: unknown): unknown[] {
  const chain: unknown[] = [error];
  while (chain.length <= MAX_CAUSES) {
    const link = chain.at(-1);
    // Sequelize keeps the driver's error under a name of its own.
    const cause = read(link, 'cause') ?? read(link, 'original');
    if (cause === undefined || cause === null || chain.includes(cause)) break;
    chain.push(cause);
  }
  return chain;
}

function describeOwn(error: unknown): string {
  if (error === undefined || error === null) return `thrown ${error}`;
  if (!isObject(error)) return `thrown ${typeof error} ${String(error as string | symbol)}`;
  // Fastify quotes the whole URL that it refuses.
  if (text(read(error, 'code')).startsWith('FST_ERR_')) return describeFailure(error);
  const name = text(read(error, 'name'));
  const message = text(read(error, 'message')).replace(QUERY, '$1').replace(QUOTED_JSON, '$1 $2');
  if (name && message) return `${name}: ${message}`;
  return name || message || 'thrown object without a message';
}

function describeFailure(error: unknown): string {
  return isObject(error) ? `${nameOf(error)}${fieldsOf(error)}` : typeof error;
}

/** Many libraries leave `name` as it is and tell their errors apart by class. */
function nameOf(error: UnknownObject): string {
  const name = text(read(error, 'name'));
  if (name && name.toLowerCase() !== 'error') return name;
  return text(read(read(error, 'constructor'), 'name')) || 'Error';
}

function fieldsOf(error: UnknownObject): string {
  const code = read(error, 'code');
  const fields = typeof code === 'string' && CODE.test(code) ? [`code=${code}`] : [];
  for (const key of FIELDS) {
    const value = read(error, key);
    const isField = typeof value === 'string' || typeof value === 'number';
    if (isField && IDENTIFIER.test(String(value))) fields.push(`${key}=${value}`);
  }
  return fields.length > 0 ? ` [${fields.join(' ')}]` : '';
}

function framesOf(error: unknown): string {
  const stack = read(error, 'stack');
  if (typeof stack !== 'string') return '';
  const message = text(read(error, 'message'));
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

function read(value: unknown, key: string): unknown {
  try {
    return isObject(value) ? (value as UnknownObject)[key] : undefined;
  } catch {
    return undefined;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
