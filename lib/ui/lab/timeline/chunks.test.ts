import { expect, test } from "vitest";
import type { LabEvent } from "@/lib/lab/schemas";
import { chunksOf, sameChunk } from "./chunks.ts";
import { timelineRows } from "./rows.ts";

function note(seq: number): LabEvent {
  return {
    seq,
    at: seq * 1000,
    type: "note",
    from: "backend",
    to: "backend",
    name: "user.locked",
    outcome: "info",
    text: "Locked.",
    tokens: [],
  };
}

const events = Array.from({ length: 501 }, (_, index) => note(index + 1));
const chunksFrom = (first: number, last: number) => chunksOf(timelineRows(events.slice(first, last), "lab"));

test("five hundred rows are twenty-five chunks, and none is lost or out of order", () => {
  const chunks = chunksFrom(0, 500);
  expect(chunks).toHaveLength(25);
  const seqs = chunks.flatMap(({ rows }) => rows.map(({ event }) => event.seq));
  expect(seqs).toEqual(events.slice(0, 500).map(({ seq }) => seq));
});

test("one event more, and one dropped, changes the last chunk and the first alone", () => {
  const before = chunksFrom(0, 500);
  const after = chunksFrom(1, 501);
  const kept = after.filter((chunk) => before.some((old) => old.key === chunk.key && sameChunk(old, chunk)));
  expect(kept.map(({ key }) => key)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
});

test("a chunk's first row knows the time above it", () => {
  const [first, second] = chunksFrom(0, 40);
  expect(first?.timeAbove).toBeUndefined();
  expect(second?.timeAbove).toBe(first?.rows.at(-1)?.time);
});
