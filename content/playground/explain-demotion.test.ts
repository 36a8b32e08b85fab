import { expect, test } from "vitest";
import { labEvent } from "@/test-doubles/fake-lab";
import { explainDemotion } from "./explain-demotion";

const called = labEvent(1, { name: "action.called", code: "setRole", detail: { variant: "role-in-cookie" } });
const patch = labEvent(2, { type: "request", name: "PATCH /v1/admin/users/user-grace", exchange: "x" });
const answer = labEvent(3, { type: "response", name: "200", exchange: "x" });

test("let through, it names the variant and what the backend answered", () => {
  const passed = labEvent(4, { name: "action.passed", code: "setRole" });
  const story = explainDemotion([called, patch, answer, passed]);
  expect(story).toContain("role-in-cookie let setRole through");
  expect(story).toContain("The backend answered 200");
});

test("refused, it names the step", () => {
  const refused = labEvent(2, { name: "action.refused", code: "permission" });
  expect(explainDemotion([called, refused])).toContain("refused setRole at the step permission");
});

test("of an action that was never called, nothing is said but what the attacker was answered", () => {
  const away = labEvent(1, { type: "response", from: "next", to: "attacker", name: "307" });
  expect(explainDemotion([away])).toContain("the site answered 307");
  expect(explainDemotion([])).toContain("no answer");
});
