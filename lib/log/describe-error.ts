import type { AuthOsErrorCode } from '../contract/authos-error-code.js';
import { type CauseTree, causeTree } from '../translation/causes.js';
import { libraryCode } from '../translation/error-translator.js';
import { firstMapping } from '../translation/first-mapping.js';
import { mapRemoteAnswer } from '../translation/sources/authos/remote-answer.mapper.js';
import { mapRemoteGrpc } from '../translation/sources/authos/remote-grpc.mapper.js';
import { isObject, isReadable, type UnknownObject } from '../translation/unknown-object.js';
import { errorFields, IDENTIFIER, isField } from './error-fields.js';
import { escapeLine, MAX_TEXT } from './escape-line.js';
import { read, readText } from './read.js';

/** Nest's text for an unknown route quotes the whole URL, and a query may hold tokens. */
const UNKNOWN_ROUTE = /^(Cannot [A-Z-]+ [^?]*)\?.*$/s;
/** JSON.parse quotes what it could not read. */
const QUOTED_JSON = /^(Unexpected token) .* (is not valid JSON)$/s;

const REMOTE_SOURCES = [mapRemoteAnswer, mapRemoteGrpc];

/** An error or one of its causes, and what the log says of it. */
export interface Described {
  readonly error: unknown;
  readonly text: string;
}

/** What the translation knows of the error that the error itself does not say. */
export interface Context {
  /** What decided the code, where it is not below the error. */
  readonly reason?: unknown;
  /** What the client read, where the application wrote it. */
  readonly ownWords?: string | undefined;
}

/**
 * A thrown value and its causes on one line each: by name and message; the errors of libraries by name and
 * machine-readable fields, because their messages quote statements, values and what others answered. What lies below a
 * library's error is the library's, too. No other property is ever looked at: a bearer token is in the config of an
 * HTTP client's error.
 */
export function describeError(error: unknown, { reason, ownWords }: Context = {}): Described[] {
  const described: Described[] = [];
  describeTree(causeTree(error), described, undefined, ownWords);
  if (reason !== undefined) describeTree(causeTree(reason), described);
  return described;
}

/** The whole chain on one line. */
export function lineOf(described: readonly Described[]): string {
  return described.map(({ text }) => text).join(' ← ');
}

function describeTree(
  { error, causes, members }: CauseTree,
  described: Described[],
  above?: AuthOsErrorCode,
  ownWords?: string,
): void {
  const library = libraryCode(error) ?? above;
  const text = library ? describeLibrary(error, library) : describeOwn(error, ownWords);
  described.push({ error, text: escapeLine(text) });
  for (const tree of causes) describeTree(tree, described, library);
  for (const tree of members) describeTree(tree, described, library);
}

/** Of a validation the error itself says no more than "Bad Request Exception". */
function describeOwn(error: unknown, ownWords?: string): string {
  if (error === undefined || error === null) return `thrown ${error}`;
  if (!isObject(error)) {
    return `thrown ${typeof error} ${String(error as string | symbol).slice(0, MAX_TEXT + 1)}`;
  }
  if (!isReadable(error)) return 'thrown object with too many prototypes';
  // Fastify quotes the whole URL that it refuses.
  if (ownWords === undefined && readText(error, 'code').startsWith('FST_ERR_')) {
    return describeLibrary(error);
  }
  const name = readText(error, 'name');
  const message = (ownWords ?? readText(error, 'message'))
    .replace(UNKNOWN_ROUTE, '$1')
    .replace(QUOTED_JSON, '$1 $2');
  const text = name && message ? `${name}: ${message}` : name || message;
  if (!text) return `thrown ${classOf(error) || 'object'} without a message`;
  return ownWords === undefined ? text + codeOf(error, text) : text;
}

/** Node's own texts begin with their code. */
function codeOf(error: UnknownObject, text: string): string {
  const code = read(error, 'code');
  return isField(code, IDENTIFIER) && !text.includes(String(code)) ? ` [code=${code}]` : '';
}

function describeLibrary(error: unknown, library?: AuthOsErrorCode): string {
  if (!isObject(error)) return typeof error;
  return describeRemote(error) ?? nameOf(error) + errorFields(error, library);
}

/** Another service's answer: its code, and its text where the client read it. */
function describeRemote(error: UnknownObject): string | undefined {
  const answer = firstMapping(REMOTE_SOURCES, error);
  return answer && `remote ${answer.code}${answer.message ? `: ${answer.message}` : ''}`;
}

/** Many libraries leave `name` as it is and tell their errors apart by class. */
function nameOf(error: UnknownObject): string {
  const name = readText(error, 'name');
  return name && name.toLowerCase() !== 'error' ? name : classOf(error) || 'Error';
}

function classOf(error: UnknownObject): string {
  const name = readText(read(error, 'constructor'), 'name');
  return name === 'Object' ? '' : name;
}
