import type { TimelineEvent } from "@/lib/check/report";
import { printable } from "./printable";

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** A lab's timeline as text, a line an event: the clock, sender and receiver, name, tokens and outcome. */
export function timelineText(events: readonly TimelineEvent[]): string[] {
  return events.map(({ at, from, to, name, tokens, outcome, code, text }) => {
    const way = from === to ? "" : `${from} → ${to}`;
    const what = [name, tokens, outcome === "refused" || outcome === "failed" ? outcome : "", code, text];
    const said = what.flatMap((part) => (part ? [printable(part)] : [])).join("  ");
    return clock(at).padEnd(10) + way.padEnd(20) + said;
  });
}

/** How far the clock had been moved: `+16:00` minutes and seconds, `+6d 00:16:00` for days. */
function clock(at: number): string {
  const days = Math.floor(at / DAY);
  const inDay = new Date(at % DAY).toISOString().slice(11, 19);
  if (days > 0) return `+${days}d ${inDay}`;
  return `+${inDay.startsWith("00:") ? inDay.slice(3) : inDay}`;
}
