import { playScenario } from "@/lib/lab/client/scenario/play";
import { explain } from "../explain";
import { scenarios } from "./scenarios";

export type Played = { survived: boolean; story: string };

/**
 * Plays one scenario in the learner's lab, and tells what happened from the lab's events.
 *
 * @throws LabProblem when the lab cannot be reached
 */
export async function play(id: string): Promise<Played> {
  const scenario = scenarios[id];
  if (scenario === undefined) throw new Error(`no scenario ${id}`);
  const { survived, events } = await playScenario(scenario);
  return { survived, story: explain(events) };
}
