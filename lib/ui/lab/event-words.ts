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
  if (event.type === "note") return event.text ?? event.name;
  return event.code === undefined || event.type === "request" ? event.name : `${event.name} ${event.code}`;
}

const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

export function eventTime(event: LabEvent): string {
  return time.format(event.at);
}
