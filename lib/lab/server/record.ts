import { currentLab } from "./context";
import { type AppEvent, LabError, postLabEvents } from "./control";

/**
 * Adds events to the running request's lab. Recording is scaffolding: when the backend cannot be reached, the
 * code under study must meet that failure itself, not stumble over its observer.
 */
export async function record(...events: AppEvent[]): Promise<void> {
  const lab = currentLab();
  if (lab === null) return;
  try {
    await postLabEvents(lab.id, events);
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
  }
}

/** A full-width band on the timeline: something that no arrow shows. */
export function note(
  name: string,
  outcome: AppEvent["outcome"],
  rest: Partial<Omit<AppEvent, "type" | "name" | "outcome">> = {},
): AppEvent {
  return { type: "note", from: "next", to: "next", name, outcome, ...rest };
}
