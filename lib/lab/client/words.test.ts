import { expect, test } from "vitest";
import { asCurl } from "./curl.ts";
import { durationInWords, instantInWords } from "./words.ts";

test.each([
  [0, "0 s"],
  [0.2, "1 s"],
  [59.5, "1 min"],
  [872, "14 min 32 s"],
  [3600, "1 h"],
  [7 * 86_400 - 1, "6 d 23 h"],
])("%d seconds read %s", (seconds, words) => {
  expect(durationInWords(seconds)).toBe(words);
});

test("an instant says how far it is from the lab's now", () => {
  expect(instantInWords(60_000, 0)).toMatch(/, in 1 min$/);
  expect(instantInWords(0, 5_000)).toMatch(/, 5 s ago$/);
});

test.each([1.7e18, 1e300, Number.POSITIVE_INFINITY, Number.NaN])(
  "an instant of %d ms is none that a calendar has",
  (ms) => {
    expect(instantInWords(ms, 0)).toBe("beyond any calendar");
  },
);

test("a curl line survives a quote, and uses the host-bound cookie on https", () => {
  const call = { method: "POST", path: "/api/lab", body: { text: "it's" } } as const;
  expect(asCurl(call, "https://example.test", "id")).toBe(
    `curl -i -X POST 'https://example.test/api/lab' -b '__Host-silent-refresh.lab=id' -H 'content-type: application/json' -d '{"text":"it'\\''s"}'`,
  );
});
