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

/** What a driver cannot find out, such as what a stranger's app holds: `unknown` contradicts nothing. */
export const unknown = Symbol("unknown");
export type Told<T> = T | typeof unknown;

/** Something did not hold: the sentence that leads to what was found, and both values as plain data. */
export class ScenarioFailed extends Error {
  override readonly name = "ScenarioFailed";

  constructor(
    readonly sentence: string,
    readonly found: unknown,
    readonly expected: unknown,
  ) {
    super(`${sentence}: ${inShort(found)}, and not ${inShort(expected)}`);
  }
}

/**
 * Holds what was seen against what must be.
 *
 * @param sentence leads to what was found: "afterwards, a page shows"
 * @param expected plain data, compared by value
 * @throws ScenarioFailed when they differ
 */
export function see<T>(sentence: string, found: Told<T>, expected: T): void {
  if (found === unknown || inShort(found) === inShort(expected)) return;
  throw new ScenarioFailed(sentence, found, expected);
}

function inShort(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
}
