import type { LabState } from "../schemas.ts";
import { durationInWords } from "./words.ts";

/**
 * Describes an access token's claims in a sentence (RFC 9068 §2.2).
 *
 * @param nowMs the lab's time, in epoch ms
 */
export function claimsInWords(claims: Record<string, unknown>, state: LabState, nowMs: number): string {
  const { sub, client_id, aud, scope, roles, exp } = claims;
  const user = state.users.find(({ id }) => id === sub);
  const who = user?.name ?? (typeof sub === "string" ? sub : "nobody in particular");
  const role = Array.isArray(roles) && roles.length > 0 ? `, ${roles.join(" and ")} when it was issued` : "";
  const may = typeof scope === "string" ? scope.split(" ").join(", ") : "nothing in particular";
  const where = typeof aud === "string" ? ` at ${aud}` : "";
  const app = typeof client_id === "string" ? `the app ${client_id}` : "whoever holds it";
  return `It lets ${app} act for ${who}${role}: ${may}${where}. ${endInWords(exp, nowMs)}`;
}

function endInWords(exp: unknown, nowMs: number): string {
  if (typeof exp !== "number") return "It says nothing of an end.";
  const seconds = exp - nowMs / 1000;
  return seconds > 0
    ? `It expires in ${durationInWords(seconds)}.`
    : `It expired ${durationInWords(-seconds)} ago.`;
}

/** The parties that hold a token, among those that the lab observes. */
export function holdersOf(state: LabState, kind: "access" | "refresh", generation: number): string[] {
  const names = {
    browser: "the browser’s cookie",
    next: "the Next server",
    attacker: "the attacker",
  } as const;
  return (["browser", "next", "attacker"] as const)
    .filter((holder) => state.holders[holder][kind] === generation)
    .map((holder) => names[holder]);
}
