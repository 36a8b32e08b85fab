import type { LabControl } from "./lab-control.ts";
import type { Visitor } from "./visitor.ts";

/**
 * What a visitor does, and what must hold, written once: a driver plays it (Playwright, the learner's own browser, or a
 * stranger's app), and it means the same everywhere.
 */
export type Scenario = {
  /** `pages`: a script or a second tab makes the difference, so the driver opens real pages for `visitor.tab()`. */
  needs?: "pages";
  /** @throws ScenarioFailed when something does not hold; any other error is no verdict */
  play(visitor: Visitor, lab: LabControl): Promise<void>;
};

/** A lesson's scenarios, each by the id of the check in `meta.ts` that is judged by it. The check has the title. */
export function defineScenarios<Id extends string>(
  scenarios: Readonly<Record<Id, Scenario>>,
): Readonly<Record<Id, Scenario>> {
  return scenarios;
}
