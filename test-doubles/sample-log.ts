import type { LabEvent, TokenKind } from "@/lib/lab/schemas";

type Mark = LabEvent["tokens"][number];

export const issued = (kind: TokenKind, generation: number, family = 1): Mark => ({
  kind,
  generation,
  family,
  role: "issued",
});

/** One event of a log for tests: its second on the lab's clock, and what is special about it. */
export function at(seconds: number, parts: Partial<LabEvent> = {}): LabEvent {
  return {
    seq: seconds + 1,
    at: seconds * 1000,
    type: "note",
    from: "backend",
    to: "backend",
    name: "settings.changed",
    outcome: "info",
    tokens: [],
    ...parts,
  };
}

const answer = {
  type: "response",
  from: "backend",
  to: "next",
  name: "200",
  outcome: "ok",
  detail: { response: { body: { expires_in: 900 } } },
} as const;

/** A sign-in, a refresh at 600 s of 900, a jump past both ends, a third pair, and a theft that ends it. */
export const storyOfThree: readonly LabEvent[] = [
  at(0, { ...answer, seq: 1, tokens: [issued("access", 1), issued("refresh", 1)] }),
  at(600, { ...answer, seq: 2, tokens: [issued("access", 2), issued("refresh", 2)] }),
  at(700, { seq: 3 }),
  at(87_100, { seq: 4, name: "clock.advanced" }),
  at(87_101, { ...answer, seq: 5, tokens: [issued("access", 3), issued("refresh", 3)] }),
  at(87_102, { seq: 6, type: "request", from: "attacker", to: "backend", name: "POST /v1/auth/refresh" }),
  at(87_103, {
    seq: 7,
    name: "family.revoked",
    outcome: "refused",
    code: "reused",
    text: "Family F1 is revoked: a <spent> token came again.",
    tokens: [{ ...issued("refresh", 3), role: "carried" }],
  }),
];
