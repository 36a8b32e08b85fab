import type { LabEvent } from "@/lib/lab/schemas";
import { sampleNow } from "./sample-lab";

const mark = (
  kind: "session" | "access" | "refresh",
  generation: number,
  role: "carried" | "issued" = "carried",
) => ({
  kind,
  generation,
  family: 1,
  role,
});
const toNext = { type: "request", from: "browser", to: "next", outcome: "info" } as const;
const toBackend = { type: "request", from: "next", to: "backend", outcome: "info" } as const;
const fromBackend = { type: "response", from: "backend", to: "next" } as const;
const theft = { type: "request", from: "attacker", to: "backend", outcome: "info" } as const;
const atNext = { type: "note", from: "next", to: "next" } as const;
const atBackend = { type: "note", from: "backend", to: "backend" } as const;

const all: (Omit<LabEvent, "seq" | "at" | "tokens"> & { tokens?: LabEvent["tokens"] })[] = [
  { ...toNext, name: "GET /notes", tokens: [mark("session", 1), mark("access", 1), mark("refresh", 1)] },
  { ...atNext, name: "jwt.ran", outcome: "ok", text: "The jwt callback ran in a Server Component." },
  { ...toBackend, name: "POST /v1/auth/refresh", tokens: [mark("refresh", 1)] },
  {
    ...fromBackend,
    name: "200",
    outcome: "ok",
    tokens: [mark("access", 2, "issued"), mark("refresh", 2, "issued")],
  },
  {
    ...atNext,
    name: "cookie.dropped",
    outcome: "failed",
    text: "New tokens, and a Server Component cannot write the cookie: the browser keeps the old ones.",
    tokens: [mark("refresh", 1)],
  },
  { type: "response", from: "next", to: "browser", name: "200", outcome: "ok" },
  { ...atBackend, name: "clock.advanced", outcome: "info", detail: { advance: 900 } },
  { ...theft, name: "POST /v1/auth/refresh", tokens: [mark("refresh", 1)] },
  {
    type: "response",
    from: "backend",
    to: "attacker",
    name: "400",
    outcome: "refused",
    code: "invalid_grant",
  },
  {
    ...atBackend,
    name: "family.revoked",
    outcome: "refused",
    code: "reused",
    text: "Reuse detected. Family F1 revoked: A2 and R2 are dead.",
  },
  { ...toBackend, name: "GET /v1/notes", tokens: [mark("access", 2)] },
  { ...fromBackend, name: "503", outcome: "failed", code: "temporarily_unavailable" },
];

/** One event for each kind of row in the timeline. */
export const sampleEvents: readonly LabEvent[] = all.map((event, at) => ({
  tokens: [],
  ...event,
  seq: at + 1,
  at: sampleNow + at * 400 + (at >= 6 ? 900_000 : 0),
}));
