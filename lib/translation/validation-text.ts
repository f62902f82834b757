import { isObject, type UnknownObject } from './unknown-object.js';

const SEPARATOR = '; ';
// Nobody reads further, and a hostile payload can make a validator report without end.
const MAX_ISSUES = 100;
const MAX_VISITS = 400;
const MAX_SEGMENTS = 20;
const MAX_PATH = 500;
const MAX_LINE = 10_000;

/** Where validators keep the input, beside what they say of a field. */
const REJECTED: ReadonlySet<string> = new Set(['value', 'input', 'target']);

/** Tells class-validator's ValidationError, which is no Error: `property` with `constraints` or `children`. */
export function isValidationError(value: unknown): value is UnknownObject {
  return (
    isObject(value) &&
    typeof value.property === 'string' &&
    (isObject(value.constraints) || Array.isArray(value.children))
  );
}

/** A list of nothing else. Its beginning is enough to tell. */
export function isValidationErrors(value: unknown): value is readonly UnknownObject[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.slice(0, MAX_ISSUES).every((item) => isValidationError(item))
  );
}

/**
 * Whatever a validator leaves in a message, as one line: a string, a list of strings, of ValidationErrors or of the
 * issues of a schema library, and any of these by the name of their field. Rejected values never become part of it.
 */
export function validationText(message: unknown): string | undefined {
  if (typeof message === 'string') return message;
  const report: Report = { lines: [], visits: 0 };
  // A form may well have a field that is called `message`.
  if (isIssue(message) && !isValidationError(message)) collectFields(message, '', report);
  else collect(message, '', report);
  return report.lines.length > 0 ? report.lines.join(SEPARATOR) : undefined;
}

interface Report {
  lines: string[];
  /** What says nothing counts as well: it can go in circles. */
  visits: number;
}

function collect(value: unknown, path: string, report: Report): void {
  if (isFull(report) || path.length > MAX_PATH) return;
  report.visits++;
  if (typeof value === 'string') {
    say(report, withPath(path, value));
  } else if (Array.isArray(value)) {
    for (const item of value.slice(0, MAX_ISSUES)) {
      // What has neither a name nor a text may be the rejected value.
      if (typeof item === 'string' || isIssue(item)) collect(item, path, report);
    }
  } else if (isValidationError(value)) {
    collectValidationError(value, path, report);
  } else if (isIssue(value)) {
    collectIssue(value, path, report);
  } else {
    collectFields(value, path, report);
  }
}

function collectFields(fields: unknown, path: string, report: Report): void {
  forEachEntry(fields, report, (name, value) => {
    if (path === '' || !REJECTED.has(name)) collect(value, join(path, name), report);
  });
}

/** Names a nested property as the ValidationPipe does: `address.zip must be a string`. */
function collectValidationError(error: UnknownObject, path: string, report: Report): void {
  forEachEntry(error.constraints, report, (_name, text) => {
    if (typeof text === 'string') say(report, join(path, text));
  });
  if (!Array.isArray(error.children)) return;
  const own = join(path, String(error.property));
  for (const child of error.children.slice(0, MAX_ISSUES)) {
    if (isValidationError(child)) collect(child, own, report);
  }
}

/** The issue of a schema library. `msg` is the word of express-validator, whose alternatives have issues of their own. */
function collectIssue(issue: UnknownObject, path: string, report: Report): void {
  if (Array.isArray(issue.nestedErrors)) {
    collect(issue.nestedErrors.slice(0, MAX_ISSUES).flat(), path, report);
  } else {
    const text = String(typeof issue.message === 'string' ? issue.message : issue.msg);
    // By its field's name already, where the list stands below one.
    say(report, withPath(path || issuePath(issue), text));
  }
}

function isIssue(value: unknown): value is UnknownObject {
  return (
    isObject(value) &&
    (typeof value.message === 'string' || typeof value.msg === 'string' || isValidationError(value))
  );
}

/** A list of segments, which Standard Schema wraps in objects; a name; or a JSON pointer. */
function issuePath(issue: UnknownObject): string {
  const path = issue.path ?? issue.instancePath ?? issue.field ?? issue.property;
  if (typeof path === 'string') {
    const text = path.slice(0, MAX_PATH);
    return text.startsWith('/') ? text.slice(1).replaceAll('/', '.') : text;
  }
  if (!Array.isArray(path)) return '';
  const segments = path.slice(0, MAX_SEGMENTS);
  return segments.map((segment) => String(isObject(segment) ? segment.key : segment)).join('.');
}

/**
 * A sentence about its field begins with the field's own name, and lacks those of its parents: `zip must be a string`.
 * Every other text is told after the whole path: `address.zip: mustBeInteger`. Joi quotes the whole path itself.
 */
function withPath(path: string, text: string): string {
  if (path === '' || text.startsWith(`"${path}"`)) return text;
  const name = path.slice(path.lastIndexOf('.') + 1);
  const isSentence = text === name || text.startsWith(`${name} `);
  return isSentence ? path.slice(0, path.length - name.length) + text : `${path}: ${text}`;
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

function isFull({ lines, visits }: Report): boolean {
  return lines.length >= MAX_ISSUES || visits >= MAX_VISITS;
}

function say(report: Report, line: string): void {
  report.lines.push(line.slice(0, MAX_LINE));
}

/**
 * Goes through a plain map until enough is said, and through nothing that has a length, such as a Buffer. V8 lists all
 * keys of a map or none; `for…in` at least reads no value in vain, and takes a quarter of the time of `Object.entries`.
 */
function forEachEntry(
  map: unknown,
  report: Report,
  visit: (name: string, value: unknown) => void,
): void {
  if (typeof map !== 'object' || map === null) return;
  const entries = map as UnknownObject;
  if (typeof entries.length === 'number') return;
  for (const name in entries) {
    if (isFull(report)) return;
    if (Object.hasOwn(entries, name)) visit(name, entries[name]);
  }
}
