import { withAppRequestsPaused } from "@/lib/lab/client/pause-app-requests";
import { send } from "@/lib/lab/client/request";
import { eventPageSchema, type LabEvent, labStateSchema } from "@/lib/lab/schemas";
import { browser, SessionLost } from "./browser";

const ask: typeof fetch = (path, init) => fetch(path, init);

/**
 * Plays a scenario in the learner's lab, from a new sign-in on, while the app beside it is quiet. The learner's settings
 * are theirs again afterwards.
 *
 * @returns whether the session lasted, and what the lab recorded meanwhile
 * @throws LabProblem when the lab cannot be reached
 */
export function playScenario(scenario: () => Promise<void>): Promise<Played> {
  return withAppRequestsPaused(() => playFromSignIn(scenario));
}

type Played = { survived: boolean; events: LabEvent[] };

async function playFromSignIn(scenario: () => Promise<void>): Promise<Played> {
  const { lastSeq, settings } = await send(
    ask,
    { method: "GET", path: "/mock-backend/lab/state" },
    labStateSchema,
  );
  await browser.settings({ fault: "none", latencyMs: 0 });
  let survived = true;
  try {
    await browser.signIn();
    await scenario();
  } catch (error) {
    if (!(error instanceof SessionLost)) throw error;
    survived = false;
  } finally {
    await browser.settings(settings);
  }
  return { survived, events: await eventsAfter(lastSeq) };
}

/** Everything that the lab recorded after an event's number, in order. @throws LabProblem */
export async function eventsAfter(seq: number): Promise<LabEvent[]> {
  const path = `/mock-backend/lab/events?after=${seq}`;
  const { events, lastSeq } = await send(ask, { method: "GET", path }, eventPageSchema);
  const last = events.at(-1);
  return last && last.seq < lastSeq ? [...events, ...(await eventsAfter(last.seq))] : events;
}
