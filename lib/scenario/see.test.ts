import { expect, test } from "vitest";
import { ScenarioFailed, see, unknown } from "./see";

test("what was seen is compared by value", () => {
  expect(() => see("told", ["a"], ["a"])).not.toThrow();
  expect(() => see("the error is", undefined, undefined)).not.toThrow();
  expect(() => see("told", ["a"], [])).toThrow(ScenarioFailed);
  expect(() => see<string | undefined>("the error is", "RefreshFailed", undefined)).toThrow(
    "the error is: RefreshFailed, and not nothing",
  );
});

test("a failure has its sentence and both values", () => {
  const failed = new ScenarioFailed("afterwards, a page shows", "a sign-in page", "the notes");
  expect(() => see("afterwards, a page shows", "a sign-in page", "the notes")).toThrow(failed);
  expect(failed).toMatchObject({ sentence: "afterwards, a page shows", found: "a sign-in page" });
});

test("what a driver cannot find out contradicts nothing", () => {
  expect(() => see<number>("a Route Handler answers", unknown, 200)).not.toThrow();
});
