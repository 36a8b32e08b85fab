import * as z from "zod/mini";
import { parseJson } from "@/lib/http/parse-json";
import type { LabEvent } from "@/lib/lab/schemas";

/** An access token's lifetime in rows of the timeline, from its issue to its end. */
export type AccessLife = {
  generation: number;
  family: number;
  expiresAt: number;
  lifeMs: number;
  /** The row of its issue. */
  from: number;
  /** The row of its end; null while it is live. */
  to: number | null;
  /** `ended`: the backend revoked it. `expired`: its lifetime was over. */
  end: "expired" | "ended" | null;
};

/** The lifetime in the backend's answer (RFC 6749 §5.1), if the recording has it. */
const answerSchema = z.object({ expires_in: z.number() });

/**
 * Reads the lifetimes of a log's access tokens from its events alone, so that a recording needs no other data. A
 * token whose answer was recorded without its lifetime is left out, because a guess would be drawn like a fact.
 */
export function accessLives(events: readonly LabEvent[]): AccessLife[] {
  const lives: AccessLife[] = [];
  events.forEach((event, row) => {
    for (const life of lives) {
      if (life.to !== null) continue;
      if (ends(event, life.family)) Object.assign(life, { to: row, end: "ended" });
      else if (event.at >= life.expiresAt) Object.assign(life, { to: row, end: "expired" });
    }
    for (const { kind, role, generation, family } of event.tokens) {
      if (kind !== "access" || role !== "issued") continue;
      // A replay within the grace window issues the same token again.
      if (lives.some((life) => life.generation === generation && life.to === null)) continue;
      const seconds = lifeSeconds(event);
      if (seconds === null) continue;
      const lifeMs = seconds * 1000;
      lives.push({
        generation,
        family,
        lifeMs,
        expiresAt: event.at + lifeMs,
        from: row,
        to: null,
        end: null,
      });
    }
  });
  return lives;
}

function ends(event: LabEvent, family: number): boolean {
  if (event.name === "lab.reset") return true;
  return event.name === "family.revoked" && event.tokens.some((token) => token.family === family);
}

const known = new WeakMap<LabEvent, number | null>();

function lifeSeconds(event: LabEvent): number | null {
  const before = known.get(event);
  if (before !== undefined) return before;
  const body = event.detail?.response?.body;
  const parsed = answerSchema.safeParse(typeof body === "string" ? parseJson(body) : body);
  const seconds = parsed.success ? parsed.data.expires_in : null;
  known.set(event, seconds);
  return seconds;
}
