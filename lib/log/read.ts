import { MAX_TEXT } from './escape-line.js';
import { isObject } from '../translation/unknown-object.js';

/** Reads a property of whatever was thrown; undefined when there is none, or when reading it throws. */
export function read(value: unknown, key: string): unknown {
  try {
    return isObject(value) ? value[key] : undefined;
  } catch {
    return undefined;
  }
}

/** The same for a text, cut where nobody reads further; empty when it is none. */
export function readText(value: unknown, key: string): string {
  const text = read(value, key);
  return typeof text === 'string' ? text.slice(0, MAX_TEXT + 1) : '';
}
