import type { NoteName, Outcome, TokenMark } from "../domain/event.ts";
import type { RevocationReason } from "../domain/refresh-family.ts";
import type { EndedFamily } from "../store/families.ts";
import type { LabStore } from "../store/store.ts";

/** Writes one of the backend's own notes, a full-width band in the timeline. */
export function note(
  lab: LabStore,
  name: NoteName,
  text: string,
  more: { code?: string; outcome?: Outcome; tokens?: TokenMark[]; detail?: Record<string, unknown> } = {},
): void {
  lab.events.append({ type: "note", from: "backend", to: "backend", name, outcome: "info", text, ...more });
}

const BECAUSE: Readonly<Record<RevocationReason, string>> = {
  reused: "a spent refresh token came again",
  "signed-out": "its user signed out",
  suspended: "its user was suspended",
  reset: "the lab was reset",
  displaced: "the lab has more sign-ins than it keeps, and this was the oldest",
};

/** Says that a family ended, and why: its refresh tokens and access tokens are refused from now on. */
export function noteEnded(lab: LabStore, family: EndedFamily, reason: RevocationReason): void {
  const { generation, ordinal } = family;
  note(lab, "family.revoked", `Family F${ordinal} is revoked: ${BECAUSE[reason]}.`, {
    code: reason,
    outcome: reason === "reused" ? "refused" : "info",
    tokens: [{ kind: "refresh", generation, family: ordinal, role: "carried" }],
  });
}
