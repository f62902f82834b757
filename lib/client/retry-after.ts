const SECONDS = /^\d{1,10}$/;
/** The only form that a server may send; Date.parse reads nearly anything. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * The value of `Retry-After`, seconds or a date, as whole seconds from now.
 *
 * @see RFC 9110, 10.2.3 Retry-After, 5.6.7 Date/Time Formats
 */
export function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (SECONDS.test(retryAfter)) return Number(retryAfter);
  if (!HTTP_DATE.test(retryAfter)) return undefined;
  const milliseconds = Date.parse(retryAfter) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, Math.ceil(milliseconds / 1000));
}
