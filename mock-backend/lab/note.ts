import type { NoteName, Outcome, TokenMark } from "../domain/event.ts";
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
