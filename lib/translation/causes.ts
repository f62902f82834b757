import { isError } from './is-error.js';
import { isObject, isReadable, type UnknownObject } from './unknown-object.js';

/** An error, and what lies below it. */
export interface CauseTree {
  readonly error: unknown;
  readonly causes: readonly CauseTree[];
  /** The errors that were thrown together, of an AggregateError: none of them is the cause by itself. */
  readonly members: readonly CauseTree[];
}

/** How many errors are looked at: the one that was thrown and 16 below it, and how many members of an AggregateError. */
const MAX_ERRORS = 17;
const MAX_MEMBERS = 8;
const NONE: readonly CauseTree[] = [];

/**
 * What lies below an error, by every name that libraries have for it. The translator and the log both walk this tree,
 * so that the log line always shows the error that decided the code. It is bounded, and safe against cycles.
 */
export function causeTree(error: unknown): CauseTree {
  return grow(error, new Set([error]));
}

function grow(error: unknown, seen: Set<unknown>): CauseTree {
  if (!isReadable(error)) return { error, causes: NONE, members: NONE };
  const causes = branches(causesOf(error), seen);
  const members = branches(membersOf(error), seen);
  return { error, causes, members };
}

function branches(errors: readonly unknown[], seen: Set<unknown>): readonly CauseTree[] {
  if (errors.length === 0) return NONE;
  const found: CauseTree[] = [];
  for (const error of errors) {
    if (seen.size >= MAX_ERRORS) break;
    if (seen.has(error)) continue;
    seen.add(error);
    found.push(grow(error, seen));
  }
  return found;
}

/** The nearest first. One read for each name: a list of names to go through costs three times as much. */
function causesOf(error: UnknownObject): readonly unknown[] {
  const found: unknown[] = [];
  try {
    add(found, error.cause);
    // Sequelize and Objection; mssql; TypeORM.
    add(found, error.original);
    add(found, error.originalError);
    add(found, error.nativeError);
    add(found, error.driverError);
    // nested-error-stacks; Neon; ioredis; nats; VError.
    add(found, error.nested);
    add(found, error.sourceError);
    add(found, error.lastNodeError);
    add(found, error.chainedError);
    add(found, error.jse_cause);
  } catch {
    // A getter threw: what was read until then counts.
  }
  return found;
}

/** VError has a method `cause()`, so a function is none. */
function add(found: unknown[], cause: unknown): void {
  if (cause === undefined || cause === null || typeof cause === 'function') return;
  if (!found.includes(cause)) found.push(cause);
}

/** `errors` of an AggregateError, and the errors by host of Cassandra. */
function membersOf(error: UnknownObject): readonly unknown[] {
  try {
    const { errors, innerErrors } = error;
    // A validation has `errors`, too, which are no errors.
    if (Array.isArray(errors) && error.name === 'AggregateError') {
      return errors.slice(0, MAX_MEMBERS).filter(isThrownError);
    }
    return isObject(innerErrors) ? firstValues(innerErrors).filter(isThrownError) : NONE;
  } catch {
    return NONE;
  }
}

function isThrownError(value: unknown): boolean {
  return isObject(value) && isError(value);
}

function firstValues(object: UnknownObject): unknown[] {
  const values: unknown[] = [];
  for (const key in object) {
    if (values.length === MAX_MEMBERS) break;
    values.push(object[key]);
  }
  return values;
}
