const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A duration in at most two units: "29 d 23 h", "14 min 32 s", "8 s". Rounded up, so that 0 s means over. */
export function durationInWords(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole >= day) return pair(whole, day, "d", hour, "h");
  if (whole >= hour) return pair(whole, hour, "h", minute, "min");
  if (whole >= minute) return pair(whole, minute, "min", 1, "s");
  return `${whole} s`;
}

function pair(seconds: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const rest = Math.floor((seconds % large) / small);
  const head = `${Math.floor(seconds / large)} ${largeUnit}`;
  return rest === 0 ? head : `${head} ${rest} ${smallUnit}`;
}

const clockTime = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const dayTime = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** The last instant of a `Date` (ECMA-262, time values). */
const LAST_MS = 8.64e15;

/** An instant relative to the lab's time: "14:32:08, in 12 min" or "Tue 3 Mar, 14:32, 6 d ago". */
export function instantInWords(instantMs: number, nowMs: number): string {
  // A claim can be any number, such as one in microseconds.
  if (!(Math.abs(instantMs) <= LAST_MS)) return "beyond any calendar";
  const seconds = (instantMs - nowMs) / 1000;
  const near = Math.abs(seconds) < day / 2;
  const when = near ? clockTime.format(instantMs) : dayTime.format(instantMs);
  return seconds >= 0
    ? `${when}, in ${durationInWords(seconds)}`
    : `${when}, ${durationInWords(Math.floor(-seconds))} ago`;
}
