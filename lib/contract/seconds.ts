/** Tells what `Retry-After` can be made of: a number of seconds from 0 that is written without an exponent. */
export function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}
