import { z } from "zod";
import type { BackendEvent } from "./mock-backend";

export const timelineEventSchema = z.object({
  /** Milliseconds since the check's first event. */
  at: z.number(),
  from: z.enum(["app", "backend"]),
  to: z.enum(["app", "backend"]),
  /** A request's method and path, an answer's status, or the name of a note. */
  name: z.string(),
  outcome: z.enum(["ok", "refused", "failed", "info"]),
  /** The stable code of a refusal: its true reason, which the app is not told. */
  code: z.string().optional(),
  /** "R1/1 A2/1+": refresh token 1 of sign-in 1 came, access token 2 was issued. Never a token itself. */
  tokens: z.string().optional(),
  /** A note's sentence. */
  text: z.string().optional(),
});
export type TimelineEvent = z.infer<typeof timelineEventSchema>;

/** What arranging a check leaves in the log. */
const ARRANGING = new Set(["lab.created", "lab.reset"]);

/** The backend's records of one check. */
export function timelineOf(events: readonly BackendEvent[]): TimelineEvent[] {
  const shown = events.filter(({ name }) => !ARRANGING.has(name));
  const start = shown[0]?.at ?? 0;
  return shown.map(({ at, type, name, outcome, code, tokens, text }) => ({
    at: at - start,
    from: type === "request" ? "app" : "backend",
    to: type === "response" ? "app" : "backend",
    name,
    outcome,
    ...(code !== undefined && { code }),
    ...(tokens.length > 0 && { tokens: tokens.map(shorthand).join(" ") }),
    ...(text !== undefined && { text }),
  }));
}

function shorthand({ kind, generation, family, role }: BackendEvent["tokens"][number]): string {
  return `${kind.charAt(0).toUpperCase()}${generation}/${family}${role === "issued" ? "+" : ""}`;
}

/** For a terminal: a line an event. */
export function timelineLine({ at, from, to, name, code, tokens, text }: TimelineEvent): string {
  const seconds = `${(at / 1000).toFixed(1).padStart(5)} s`;
  if (from === to) return `${seconds}  · ${text ?? name}`;
  const arrow = from === "app" ? "app → backend" : "app ← backend";
  return [seconds, arrow, [name, code && `(${code})`].filter(Boolean).join(" "), tokens]
    .filter(Boolean)
    .join("  ");
}
