import type { AccessRefusal } from "@/content/notes-app/pieces";
import type { LabEvent } from "@/lib/lab/schemas";

/** What the lab's own verifier finds besides what a variant may answer, and what the deny-list says. */
type Fault = AccessRefusal | "unsigned" | "unsupported-algorithm" | "revoked";

/** What was wrong with a token, as the end of a sentence. */
const faults: Record<Fault, string> = {
  oversized: "it is longer than any token",
  malformed: "it is not the one spelling of a token",
  unsigned: "it asks for no signature",
  "unsupported-algorithm": "it names no algorithm",
  "unknown-key": "it names a key that the issuer does not have",
  "wrong-algorithm": "its algorithm is not the key’s",
  "bad-signature": "the issuer did not sign it",
  "wrong-type": "it is no access token",
  "wrong-issuer": "somebody else issued it",
  "wrong-audience": "it is for somebody else",
  "missing-claim": "a claim that every access token has is missing",
  "bad-claim": "a claim of it is not of the shape that it must have",
  "not-yet-valid": "its time had not come",
  expired: "its time was over",
  revoked: "it had been revoked",
};

/** What became of the tokens in a recorded run, in order; the same twice is said once. */
export function explain(events: readonly LabEvent[]): string {
  const said = events.flatMap((event) => sentenceOf(event) ?? []);
  return [...new Set(said)].join(" ");
}

function sentenceOf({ type, name, code = "" }: LabEvent): string | null {
  if (type !== "note") return null;
  if (name === "token.verified") return "A token was accepted that is what it says.";
  if (name === "token.refused") return `A token was refused: ${inWords(code)}.`;
  if (name === "token.let-in") return `A token was let in, although ${inWords(code)}.`;
  if (name === "clock.advanced") return "The clock went on.";
  return name === "key.rotated" ? "The issuer took a new key." : null;
}

function inWords(code: string): string {
  return Object.entries(faults).find(([fault]) => fault === code)?.[1] ?? code;
}
