import { expect, test } from "vitest";
import accidents from "./lessons/refresh-rotation/meta";
import { scenarios as accidentScenarios } from "./lessons/refresh-rotation/scenarios";
import shipIt from "./lessons/ship-it/meta";
import { scenarios as shipItScenarios } from "./lessons/ship-it/scenarios";
import signingOut from "./lessons/signing-out/meta";
import { scenarios as signOutScenarios } from "./lessons/signing-out/scenarios";

test.each([
  { meta: accidents, scenarios: accidentScenarios },
  { meta: shipIt, scenarios: shipItScenarios },
  { meta: signingOut, scenarios: signOutScenarios },
])("$meta.slug has a check of every scenario", ({ meta, scenarios }) => {
  expect(meta.checks.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(scenarios)));
});

test("every row of lesson 2's table is a scenario, so it has a button", () => {
  expect(Object.keys(accidentScenarios)).toEqual(accidents.checks.map(({ id }) => id));
});
