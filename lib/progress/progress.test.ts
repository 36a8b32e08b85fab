import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  doneOf,
  lastRead,
  lessonProgress,
  maxCharacters,
  noProgress,
  parseProgress,
  readText,
  withLesson,
  withMission,
} from "./progress.ts";

const text = (value: unknown) => JSON.stringify(value);
const one = withMission(noProgress, "start", "sign-in");

describe("what is read back", () => {
  it("is what was written", () => {
    const written = withLesson(one, "start", { visitedAt: 5, section: { id: "run-it", title: "Run it" } });
    expect(parseProgress(text(written))).toEqual(written);
  });

  it.each([
    ["no JSON", "{nope"],
    ["another version", text({ version: 2, lessons: {} })],
    ["a slug that is none", text({ version: 1, lessons: { "../x": { missions: [], visitedAt: 0 } } })],
    ["a mission that is no slug", text({ version: 1, lessons: { a: { missions: ["<b>"], visitedAt: 0 } } })],
    [
      "too many missions",
      text({ version: 1, lessons: { a: { missions: Array(51).fill("m"), visitedAt: 0 } } }),
    ],
    ["a time that is none", text({ version: 1, lessons: { a: { missions: [], visitedAt: "now" } } })],
    ["a list", "[]"],
    ["nothing", "null"],
  ])("is nothing for %s", (_, stored) => expect(parseProgress(stored)).toBeNull());

  it("is nothing for more than this site would write", () => {
    const stored = text({ version: 1, lessons: {}, padding: "x".repeat(maxCharacters) });
    expect(parseProgress(stored)).toBeNull();
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        expect(() => parseProgress(stored)).not.toThrow();
      }),
    );
  });
});

describe("a lesson's progress", () => {
  it("counts a mission once, and none that the lesson no longer has", () => {
    const twice = withMission(withMission(one, "start", "sign-in"), "start", "gone");
    expect(lessonProgress(twice, "start").missions).toEqual(["sign-in", "gone"]);
    expect(doneOf(twice, "start", ["sign-in", "refresh"])).toBe(1);
  });

  it("keeps the lesson that was read last", () => {
    const read = withLesson(withLesson(one, "start", { visitedAt: 1 }), "next-one", { visitedAt: 2 });
    expect(lastRead(read)).toBe("next-one");
    expect(lastRead(noProgress)).toBeNull();
    expect(lastRead(one), "a tick alone is no reading").toBeNull();
  });

  it("stays within its bounds, and readable, whatever is added: the longest unread goes", () => {
    let progress = noProgress;
    for (let at = 1; at <= 130; at++) {
      progress = withLesson(progress, `lesson-${at}`, { visitedAt: at });
      for (let mission = 0; mission < 60; mission++)
        progress = withMission(progress, "lesson-1", `m-${mission}`);
    }
    expect(Object.keys(progress.lessons)).toHaveLength(100);
    expect(progress.lessons["lesson-130"]).toBeDefined();
    expect(parseProgress(text(progress))).toEqual(progress);
  });
});

it.each([
  ["{nope", "it is not JSON"],
  ['{"version":99}', "it is of another version"],
  ['{"version":1,"lessons":{"start":{"missions":"all"}}}', "it holds something else"],
  ["[]", "it holds something else"],
  [" ".repeat(maxCharacters + 1), "it is too large"],
])("a file that is none says why: %.20s", (text, because) => {
  expect(readText(text)).toEqual({ progress: null, because });
});
