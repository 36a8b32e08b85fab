import type { LabEvent } from "../schemas.ts";
import { shortName } from "../token-names.ts";

const spoken = new Map([
  ["token.rotated", "The tokens were refreshed."],
  ["token.replayed-in-grace", "A spent refresh token was used again inside the grace window."],
  ["family.revoked", "The backend revoked this sign-in."],
  ["signed-in", "Signed in."],
  ["signed-out", "Signed out."],
  ["cookie.dropped", "New tokens were dropped: no cookie was written."],
  ["login.locked", "Too many failed sign-ins: the account is locked for a while."],
]);

/** A sentence for an event that a learner must not miss; null for all other events. */
export function announcement(event: LabEvent): string | null {
  const sentence = spoken.get(event.name);
  if (sentence === undefined) return null;
  const issued = event.tokens.filter(({ role }) => role === "issued").map(shortName);
  if (event.name === "token.rotated" && issued.length > 0)
    return `Refreshed: ${issued.join(" and ")} issued.`;
  return event.text ?? sentence;
}

/** The sentence for a burst of events: of its last refusal or loss, otherwise of its last event that has one. */
export function announcementOf(events: readonly LabEvent[]): string | null {
  const worth = events.filter((event) => announcement(event) !== null);
  const wrong = worth.findLast(({ outcome }) => outcome === "refused" || outcome === "failed");
  const chosen = wrong ?? worth.at(-1);
  return chosen === undefined ? null : announcement(chosen);
}
