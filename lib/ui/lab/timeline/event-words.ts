import { durationInWords } from "@/lib/lab/client/words";
import type { Actor, LabEvent } from "@/lib/lab/schemas";

export const actorNames: Record<Actor, string> = {
  browser: "Browser",
  next: "Next server",
  backend: "Backend",
  attacker: "Attacker",
  terminal: "Terminal",
};

/** The lane of an actor's arrows. A terminal shares the browser's lane, because both are on the learner's machine. */
export function laneOf(actor: Actor): Actor {
  return actor === "terminal" ? "browser" : actor;
}

/** An arrow's label in the lanes. The lane shows the sender, except for a terminal, which the label names. */
export function laneLabel({ from, to }: LabEvent, label: string): string {
  return from === "terminal" || to === "terminal" ? `${actorNames.terminal}: ${label}` : label;
}

/** Notes that change how a learner should read the log, drawn as a full-width band. Other notes are a quiet line. */
const bands = new Set([
  "lab.created",
  "lab.reset",
  "clock.advanced",
  "settings.changed",
  "variant.changed",
  "key.rotated",
  "family.revoked",
  "token.replayed-in-grace",
  "login.locked",
  "fault.injected",
  "cookie.dropped",
  "cookie.cleared",
  "signed-in",
  "signed-out",
]);

export function isBand(event: LabEvent): boolean {
  return event.type === "note" && (bands.has(event.name) || isWrong(event));
}

export function isWrong({ outcome }: LabEvent): boolean {
  return outcome === "refused" || outcome === "failed";
}

/** An event's label on its arrow or band. A jump of the clock has its own: `jumpLabel`. */
export function eventLabel(event: LabEvent): string {
  if (event.type === "note") return noteWords(event);
  return event.code === undefined || event.type === "request" ? event.name : `${event.name} ${event.code}`;
}

/** A note's text. Of a jump of the clock, a recording keeps only this sentence. */
function noteWords({ name, text = name }: LabEvent): string {
  if (name !== "clock.advanced") return text;
  return text.replace(/\b(\d+) s\b/, (_, seconds: string) => durationInWords(Number(seconds)));
}

/**
 * A label for a jump of the lab's clock: its length, and the date if it has changed.
 *
 * @param seconds the jump's length
 * @param dated whether the clock shows dates; a recording's clock begins at zero and does not
 */
export function jumpLabel(event: LabEvent, seconds: number, dated: boolean): string {
  const before = day.format(event.at - seconds * 1000);
  const after = day.format(event.at);
  const landed = !dated || before === after ? "" : `: now ${after}`;
  return `Lab clock + ${durationInWords(seconds)}${landed}`;
}

const day = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** The time on the lab's clock: "14:32:08". */
export function clockTime(event: LabEvent): string {
  return time.format(event.at);
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The time since a recording began, in days, minutes and seconds: "0:00", "16:00", "6 d 0:00". */
export function elapsedTime({ at }: LabEvent): string {
  const days = Math.floor(at / dayMs);
  const minutes = Math.floor((at % dayMs) / minuteMs);
  const seconds = String(Math.floor((at % minuteMs) / 1000)).padStart(2, "0");
  return `${days > 0 ? `${days} d ` : ""}${minutes}:${seconds}`;
}
