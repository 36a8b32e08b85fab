import { expect, it } from "vitest";
import { resultSchema } from "@/lib/check/report";
import type { Ran } from "./message";
import { notRun, resultOf } from "./result";

const planned = {
  lesson: "refresh-rotation",
  check: "idle-return",
  title: "back at an open tab after expiry",
  section: "run-it",
  variant: "yours",
  condition: "grace-0",
};
const site = "https://a.example";
const words = { whenRed: "The user is signed out." };
const ran = (rest: Partial<Ran>): Ran => ({
  type: "ran",
  key: "",
  status: "fail",
  durationMs: 12,
  sentence: "",
  timeline: [],
  ...rest,
});

it("says of a failure what a user would see, what was expected and where to read", () => {
  const result = resultOf(
    planned,
    ran({ sentence: "after expiry, a page shows", found: "a sign-in page", expected: "the notes" }),
    site,
    words,
  );
  expect(resultSchema.parse(result)).toMatchObject({
    status: "fail",
    message: "The user is signed out. Seen: after expiry, a page shows: a sign-in page",
    expected: "after expiry, a page shows: the notes",
    section: "https://a.example/lessons/refresh-rotation#run-it",
  });
});

it("falls back on the check's own sentence where an assertion has no words", () => {
  const result = resultOf(planned, ran({ found: "3", expected: "1" }), site, words);
  expect(result).toMatchObject({ message: "The user is signed out. Seen: 3", expected: planned.title });
  expect(resultOf(planned, ran({}), site, {}).message).toBe("It did not hold.");
});

it("says nothing of a plain pass, and keeps a remark", () => {
  expect(resultOf(planned, ran({ status: "pass" }), site, words)).toMatchObject({
    message: null,
    expected: null,
  });
  const remark = ran({ status: "pass", sentence: "As on the right variant." });
  expect(resultOf(planned, remark, site, words).message).toBe("As on the right variant.");
});

it("says of an error why there is no verdict, and does not call it wrong behaviour", () => {
  const broken = ran({ status: "error", sentence: "the lab no longer answers" });
  expect(resultOf(planned, broken, site, words)).toMatchObject({
    message: "the lab no longer answers",
    expected: null,
  });
  const skipped = notRun(planned, site, { status: "skipped", reason: "It has no such lesson." });
  expect(resultSchema.parse(skipped)).toMatchObject({ status: "skipped", message: "It has no such lesson." });
});
