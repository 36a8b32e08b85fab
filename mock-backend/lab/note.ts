import type { NoteName, Outcome, TokenMark } from "../domain/event.ts";
import type { LabStore } from "../store/store.ts";

/** Writes one of the backend's own notes, a full-width band in the timeline. */
export async function note(
  lab: LabStore,
  name: NoteName,
  text: string,
  more: { code?: string; outcome?: Outcome; tokens?: TokenMark[]; detail?: Record<string, unknown> } = {},
): Promise<void> {
  const { now } = await lab.clock();
  lab.events.append(
    { type: "note", from: "backend", to: "backend", name, outcome: more.outcome ?? "info", text, ...more },
    now,
  );
}
