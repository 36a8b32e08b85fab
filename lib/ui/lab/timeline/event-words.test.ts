import { expect, test } from "vitest";
import { labEvent } from "@/test-doubles/fake-lab";
import { eventLabel } from "./event-words.ts";

test.each([
  [960, "The lab's clock went forward by 16 min."],
  [604_800, "The lab's clock went forward by 7 d."],
  [5, "The lab's clock went forward by 5 s."],
])("a jump of %i s is told in larger units", (seconds, label) => {
  const text = `The lab's clock went forward by ${seconds} s.`;
  expect(eventLabel(labEvent(1, { name: "clock.advanced", text }))).toBe(label);
});

test("any other note is told as the backend told it", () => {
  const text = "Too many wrong passwords: locked for 60 s.";
  expect(eventLabel(labEvent(1, { name: "login.locked", text }))).toBe(text);
});
