import { expect, test } from "vitest";
import { recordedRun } from "@/lib/lesson/recorded";
import { explain } from "./explain";
import meta from "./meta";

const told = (run: string) => explain(recordedRun(meta.slug, run).events);

test.each([
  ["tampered-role.decode-only", "A token was let in, although the issuer did not sign it."],
  ["tampered-role.strict", "A token was refused: the issuer did not sign it."],
  ["key-rotation.strict", "The issuer took a new key. A token was accepted that is what it says."],
  [
    "twin.library-call",
    "A token was accepted that is what it says. A token was refused: it had been revoked. A token was let in, although it had been revoked.",
  ],
])("%s is told", (run, words) => {
  expect(told(run)).toBe(words);
});

test("no run is told in codes", () => {
  for (const { id } of meta.checks) {
    for (const { name, verdict } of meta.variants) {
      if (verdict !== "yours") expect(told(`${id}.${name}`)).not.toMatch(/[a-z]-[a-z]+\.|although [a-z]+-/);
    }
  }
});
