import { send } from "@/lib/lab/client/request";
import { eventPageSchema, type LabEvent, labStateSchema } from "@/lib/lab/schemas";
import { explain } from "../explain";
import { browser, SessionLost } from "./browser";
import { scenarios } from "./scenarios";

export type Played = { survived: boolean; story: string };

const ask: typeof fetch = (path, init) => fetch(path, init);

/**
 * Plays one scenario in the learner's lab, from a new sign-in on, and tells what happened from the lab's events. The
 * learner's settings are theirs again afterwards.
 *
 * @throws LabProblem when the lab cannot be reached
 */
export async function play(id: string): Promise<Played> {
  const scenario = scenarios[id];
  if (scenario === undefined) throw new Error(`no scenario ${id}`);
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
  return { survived, story: explain(await eventsAfter(lastSeq)) };
}

async function eventsAfter(seq: number): Promise<LabEvent[]> {
  const path = `/mock-backend/lab/events?after=${seq}`;
  const { events, lastSeq } = await send(ask, { method: "GET", path }, eventPageSchema);
  const last = events.at(-1);
  return last && last.seq < lastSeq ? [...events, ...(await eventsAfter(last.seq))] : events;
}
