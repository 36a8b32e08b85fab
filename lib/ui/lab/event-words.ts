import { durationInWords } from "@/lib/lab/client/words";
import type { Actor, LabEvent } from "@/lib/lab/schemas";

export const actorNames: Record<Actor, string> = {
  browser: "Browser",
  next: "Next server",
  backend: "Backend",
  attacker: "Attacker",
};

/** Notes that change what a learner should think, drawn as a full-width band. The others are a quiet line. */
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

/** What an event is called on its arrow or band. */
export function eventLabel(event: LabEvent): string {
  if (event.name === "clock.advanced") return clockLabel(event);
  if (event.type === "note") return event.text ?? event.name;
  return event.code === undefined || event.type === "request" ? event.name : `${event.name} ${event.code}`;
}

/** A jump of the lab's clock: how far, and what day it is now where that has changed. */
function clockLabel(event: LabEvent): string {
  const advance = event.detail?.advance;
  if (typeof advance !== "number") return event.text ?? event.name;
  const before = day.format(event.at - advance * 1000);
  const after = day.format(event.at);
  const landed = before === after ? "" : `: now ${after}`;
  return `Lab clock + ${durationInWords(advance)}${landed}`;
}

const day = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

export function eventTime(event: LabEvent): string {
  return time.format(event.at);
}
