import { inspect } from 'node:util';

/** A misspelt option would leave a test with less than it says. */
export function refuseUnknownOptions(
  caller: string,
  options: object,
  known: readonly string[],
): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`${caller}: the options are ${inspect(options)}; it takes an object`);
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`${caller}: unknown option ${unknown}; it takes ${known.join(', ')}`);
  }
}
