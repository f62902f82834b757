import { inspect } from 'node:util';

/** What an argument or an option has to be: a check, and the same in words. */
export type Rule = readonly [accepts: (value: unknown) => boolean, takes: string];

export const A_BOOLEAN: Rule = [(value) => typeof value === 'boolean', 'true or false'];
export const A_FUNCTION: Rule = [isFunction, 'a function'];

export function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

/** The error for a wrong value: who was called, what is wrong, what it got and what it takes. */
export function wrongValue(caller: string, what: string, got: unknown, takes: string): TypeError {
  return new TypeError(`${caller}: ${what} is ${show(got)}; it takes ${takes}`);
}

/** @throws TypeError for options that are no object. */
export function checkIsObject(caller: string, options: unknown): asserts options is object {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${caller}: the options are ${show(options)}; they take an object`);
  }
}

/**
 * Checks each given option by its rule. `undefined` is the same as not given.
 *
 * @throws TypeError for options that are no object, one that does not exist, and one that is wrong.
 */
export function checkOptions(
  caller: string,
  options: unknown,
  rules: Readonly<Record<string, Rule>>,
): void {
  checkIsObject(caller, options);
  for (const name in options) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      throw new TypeError(
        `${caller}: unknown option ${show(name)}; the options are ${Object.keys(rules).join(', ')}`,
      );
    }
    const value = (options as Readonly<Record<string, unknown>>)[name];
    const [accepts, takes] = rule;
    if (value !== undefined && !accepts(value)) {
      throw wrongValue(caller, `option ${name}`, value, takes);
    }
  }
}

/** A value on one line, for the person who passed it. */
export function show(value: unknown): string {
  return typeof value === 'function'
    ? 'a function'
    : inspect(value, { depth: 1, breakLength: Infinity, maxArrayLength: 20, maxStringLength: 200 });
}
