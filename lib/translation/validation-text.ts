import { isObject, type UnknownObject } from './unknown-object.js';

const SEPARATOR = '; ';
// Nobody reads further, and a hostile payload can make a validator report without end.
const MAX_ISSUES = 100;
const MAX_SEGMENTS = 20;
const MAX_PATH = 500;

/** Tells class-validator's ValidationError, which is no Error: `property` with `constraints` or `children`. */
export function isValidationError(value: unknown): value is UnknownObject {
  return (
    isObject(value) &&
    typeof value.property === 'string' &&
    (isObject(value.constraints) || Array.isArray(value.children))
  );
}

/**
 * Whatever a validator leaves in a message, as one line: a string, string[], Record<path, string[]>,
 * ValidationError[] or the issues of a schema library. Rejected values never become part of it.
 */
export function validationText(message: unknown): string | undefined {
  if (typeof message === 'string') return message;
  const lines: string[] = [];
  collect(message, lines);
  return lines.length > 0 ? lines.join(SEPARATOR) : undefined;
}

function collect(message: unknown, lines: string[]): void {
  if (Array.isArray(message)) {
    for (const item of message.slice(0, MAX_ISSUES)) {
      if (typeof item === 'string') lines.push(item);
      else if (isValidationError(item)) collectValidationError(item, lines);
      else collectIssue(item, lines);
    }
  } else if (isValidationError(message)) {
    collectValidationError(message, lines);
  } else if (isObject(message)) {
    collectByPath(message, lines);
  }
}

/** Names a nested property as the ValidationPipe does: `address.zip must be a string`. */
function collectValidationError(root: UnknownObject, lines: string[]): void {
  const open: [error: UnknownObject, parent: string][] = [[root, '']];
  // Errors that have nothing to say count as well: their children can go in circles.
  for (let visited = 0; visited < MAX_ISSUES && open.length > 0; visited++) {
    const [error, parent] = open.pop()!;
    if (isObject(error.constraints)) {
      for (const text of Object.values(error.constraints)) {
        if (typeof text === 'string') lines.push(parent + text);
      }
    }
    if (!Array.isArray(error.children) || parent.length > MAX_PATH) continue;
    const children = error.children.slice(0, MAX_ISSUES).filter(isValidationError);
    for (const child of children.reverse())
      open.push([child, `${parent}${String(error.property)}.`]);
  }
}

/** The grouped format of Nest 12's ValidationPipe, whose texts know their own property but not its parents. */
function collectByPath(message: UnknownObject, lines: string[]): void {
  for (const [path, texts] of Object.entries(message).slice(0, MAX_ISSUES)) {
    if (!Array.isArray(texts)) continue;
    const parent = path.slice(0, path.lastIndexOf('.') + 1);
    for (const text of texts.slice(0, MAX_ISSUES)) {
      if (typeof text === 'string') lines.push(parent + text);
    }
  }
}

function collectIssue(issue: unknown, lines: string[]): void {
  if (!isObject(issue) || typeof issue.message !== 'string') return;
  const path = Array.isArray(issue.path)
    ? issue.path.slice(0, MAX_SEGMENTS).map(segmentText).join('.')
    : '';
  lines.push(path ? `${path}: ${issue.message}` : issue.message);
}

/** Standard Schema wraps a segment of a path in an object. */
function segmentText(segment: unknown): string {
  return String(isObject(segment) ? segment.key : segment);
}
