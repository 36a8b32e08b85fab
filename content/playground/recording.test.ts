import fc from "fast-check";
import { expect, test } from "vitest";
import { storyOfThree } from "@/test-doubles/sample-log";
import { loadRecording, RecordingError } from "./recording";

const load = (text: string) => loadRecording(new File([text], "a.json"));
const file = (value: unknown) => load(JSON.stringify(value));

async function refusalOf(work: () => Promise<unknown>): Promise<RecordingError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RecordingError) return error;
    throw error;
  }
  throw new Error("it was read");
}

test("what was saved is read as it was", async () => {
  expect(await file({ clock: "elapsed", events: storyOfThree })).toEqual({
    name: "a.json",
    clock: "elapsed",
    events: storyOfThree,
  });
});

test("a file from before there were two clocks has the lab's", async () => {
  expect((await file({ events: storyOfThree })).clock).toBe("lab");
});

const [first, second, third] = storyOfThree;

test.each([
  ["too_large", () => load(" ".repeat(5_000_000)), /4 MiB/],
  ["not_json", () => load('{"events": ['), /not JSON/],
  ["not_a_timeline", () => file([]), /no saved timeline/],
  ["not_a_timeline", () => file({ clock: "sun", events: [] }), /clock/],
  ["not_a_timeline", () => file({ events: [] }), /no events/],
  ["not_a_timeline", () => file({ events: [first, { ...second, outcome: "fine" }] }), /Event 2 .*“outcome”/],
  ["not_a_timeline", () => file({ events: [{ ...first, at: "noon" }] }), /Event 1 .*“at”/],
  ["not_a_timeline", () => file({ events: [7] }), /Event 1/],
  ["too_many", () => file({ events: Array.from({ length: 501 }, () => first) }), /501 events/],
  ["out_of_order", () => file({ events: [first, third] }), /has the number 3, and 2 is due/],
  ["out_of_order", () => file({ events: [first, first] }), /has the number 1, and 2 is due/],
])("%s is said in words", async (code, work, words) => {
  expect(await refusalOf(work)).toMatchObject({ code, message: expect.stringMatching(words) });
});

test("whatever JSON a file holds, it is read or refused in words", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
      expect((await refusalOf(() => load(text))).message).toMatch(/\.$/);
    }),
  );
});
