import { expect as matchers } from "@playwright/test";
import { expect, it } from "vitest";
import { z } from "zod";
import { findingOf } from "../../e2e/fixtures/finding";

const there = { state: () => Promise.resolve({}) as ReturnType<Parameters<typeof findingOf>[1]["state"]> };
const gone = { state: () => Promise.reject(new Error("connect ECONNREFUSED\n    at socket")) };

/** What breaks a check off. */
function thrown(body: () => unknown): unknown {
  try {
    body();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

it.each([
  [
    "an assertion in its own words",
    () => matchers("two refreshes", "what the backend saw").toBe("one"),
    { verdict: "fail", sentence: "what the backend saw", expected: "one", found: "two refreshes" },
  ],
  [
    "an assertion without words by its values alone",
    () => matchers(["email", "csrfToken"]).toEqual(["email"]),
    { verdict: "fail", sentence: "", expected: '["email"]', found: '["email","csrfToken"]' },
  ],
  [
    "an answer of another shape by what is wrong with it",
    () => z.object({ url: z.string() }).parse({}),
    {
      verdict: "fail",
      sentence: expect.stringMatching(/^an answer has not the shape that it should have: url: [^\n{[]+$/),
    },
  ],
  [
    "a page that hangs as one",
    () => {
      throw new Error("locator.click: Timeout 15000ms exceeded.\nCall log:\n  - waiting for …");
    },
    { verdict: "fail", sentence: "the page waits, and after 15 s still does: click" },
  ],
  [
    "a mistake in the check as none of the app’s",
    () => {
      throw new TypeError("no is not a function");
    },
    { verdict: "error", sentence: "no is not a function" },
  ],
])("tells %s", async (_what, body, finding) => {
  expect(await findingOf(thrown(body), there)).toEqual(finding);
});

it("has no verdict on a lab that no longer answers", async () => {
  const error = thrown(() => matchers(1).toBe(2));
  expect(await findingOf(error, gone)).toEqual({
    verdict: "error",
    sentence: "the lab no longer answers: connect ECONNREFUSED",
  });
});
