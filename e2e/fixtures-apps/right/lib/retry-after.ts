import "server-only";

const DAY_SECONDS = 86_400;
/** RFC 9110 §5.6.7: all three forms of an HTTP date begin with a day's name; the third names no zone. */
const HTTP_DATE = /^[A-Z][a-z]+,? .*\d(?: GMT)?$/;

/**
 * Reads `Retry-After`, which is a number of seconds or a date (RFC 9110 §10.2.3).
 *
 * @returns seconds from now; undefined when the header says nothing of use, or names a time more than a day away
 */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const seconds = read(headers.get("Retry-After") ?? "");
  return seconds >= 0 && seconds <= DAY_SECONDS ? seconds : undefined;
}

function read(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  if (!HTTP_DATE.test(value)) return Number.NaN;
  const date = Date.parse(value.endsWith(" GMT") ? value : `${value} GMT`);
  return Math.max(Math.ceil((date - Date.now()) / 1000), 0);
}
