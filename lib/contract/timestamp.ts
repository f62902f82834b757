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
