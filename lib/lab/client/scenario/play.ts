import { withAppRequestsPaused } from "@/lib/lab/client/pause-app-requests";
import type { LabEvent } from "@/lib/lab/schemas";
import type { Scenario } from "@/lib/scenario/scenario";
import { ScenarioFailed } from "@/lib/scenario/see";
import { OwnLab } from "./own-lab";
import { OwnVisitor } from "./own-visitor";

/** What came of a scenario: what did not hold, if anything, and what the lab recorded meanwhile. */
export type Played = { failed: ScenarioFailed | null; events: LabEvent[] };

/**
 * Plays a scenario in the learner's lab, while the app beside it is quiet. The learner's settings are theirs again
 * afterwards.
 *
 * @throws LabProblem when the lab cannot be reached
 */
export function playScenario(scenario: Scenario): Promise<Played> {
  return withAppRequestsPaused(() => playInOwnLab(scenario));
}

/** The same for a caller who keeps the app quiet. @throws LabProblem */
export async function playInOwnLab(scenario: Scenario): Promise<Played> {
  const lab = await OwnLab.now();
  const visitor = OwnVisitor.here();
  let failed: ScenarioFailed | null = null;
  await lab.settings({ fault: "none", latencyMs: 0 });
  try {
    await scenario.play(visitor, lab);
  } catch (error) {
    if (!(error instanceof ScenarioFailed)) throw error;
    failed = error;
  } finally {
    await visitor.closeTabs();
    await lab.restore();
  }
  return { failed, events: await lab.events() };
}
