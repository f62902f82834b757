const SECONDS = /^\d{1,10}$/;
const TIME = String.raw`\d{2}:\d{2}:\d{2}`;
/** What a server sends, and the form of RFC 850. Date.parse reads nearly anything. */
const GMT_DATE = new RegExp(
  String.raw`^(\w{3}, \d{2} \w{3} \d{4}|\w{6,9}, \d{2}-\w{3}-\d{2}) ${TIME} GMT$`,
);
/** The form of asctime() does not name its zone, which is UTC. */
const ASCTIME_DATE = new RegExp(String.raw`^\w{3} \w{3} [ \d]\d ${TIME} \d{4}$`);

/**
 * The value of `Retry-After`, seconds or a date, as whole seconds from now.
 *
 * @see RFC 9110, 10.2.3 Retry-After, 5.6.7 Date/Time Formats
 */
export function secondsOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (SECONDS.test(retryAfter)) return Number(retryAfter);
  const date = ASCTIME_DATE.test(retryAfter) ? `${retryAfter} GMT` : retryAfter;
  if (date === retryAfter && !GMT_DATE.test(retryAfter)) return undefined;
  const milliseconds = Date.parse(date) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, Math.ceil(milliseconds / 1000));
}
