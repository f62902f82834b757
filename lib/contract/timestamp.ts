/**
 * Any RFC 3339 timestamp, as a pattern: a fraction of up to 100 digits, an offset, a leap second, and small letters. The
 * bound is there because V8 gives up on a fraction of millions.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export const RFC_3339 = String.raw`^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,100})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$`;

let cachedSecond = Number.NaN;
let cachedTimestamp = '';

/** The current time in UTC as RFC 3339 in whole seconds: `2025-01-15T10:30:00Z`. */
export function timestamp(): string {
  const now = Date.now();
  const second = Math.floor(now / 1000);
  // Formatting a date costs more than the rest of the envelope, and its text changes once a second.
  if (second !== cachedSecond) {
    cachedTimestamp = `${new Date(now).toISOString().slice(0, 19)}Z`;
    cachedSecond = second;
  }
  return cachedTimestamp;
}
