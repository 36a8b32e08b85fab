import fc from "fast-check";
import { expect, test } from "vitest";
import type { LabEvent } from "./event.ts";
import { eventText, MAX_EVENT_BYTES } from "./event-text.ts";

const event = (more: Partial<LabEvent> = {}): LabEvent => ({
  seq: 7,
  at: 1_800_000_000_000,
  type: "note",
  from: "next",
  to: "next",
  name: "jwt.ran",
  outcome: "info",
  tokens: [],
  ...more,
});
const kept = (given: LabEvent): LabEvent => JSON.parse(eventText(given));
const words = (most: number) => fc.string({ maxLength: most, unit: "binary" });

test("is the event, as ASCII, where it fits", () => {
  const given = event({ text: "“Zürich” → 東京 🗝", detail: { a: ["é", { b: null }] } });
  expect(kept(given)).toEqual(given);
  expect(eventText(given)).toMatch(/^[\0-\x7f]+$/);
});

test("no event is kept with more than 8 KB, whatever is in it, and what is cut says so", () => {
  const detail = fc.dictionary(
    words(200),
    fc.oneof(
      fc.jsonValue({ maxDepth: 6 }),
      fc.nat(9000).map((length) => "x".repeat(length)),
      fc.nat(9000).map((length) => "𝄞".repeat(length)),
      fc.nat(4000).map((length) => Array.from({ length }, () => [])),
      fc
        .nat(2000)
        .map((length) => Object.fromEntries(Array.from({ length }, (_, index) => [`k${index}`, 0]))),
    ),
    { maxKeys: 3 },
  );
  const drafts = fc.record({
    name: words(200),
    code: words(100),
    exchange: words(100),
    text: words(500),
    detail,
  });
  fc.assert(
    fc.property(drafts, (draft) => {
      const given = event(draft);
      const text = eventText(given);
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MAX_EVENT_BYTES);
      const { detail: shown, ...rest } = kept(given);
      const { detail: sent, ...whole } = JSON.parse(JSON.stringify(given));
      expect(rest).toEqual(whole);
      if (JSON.stringify(shown) !== JSON.stringify(sent))
        expect(JSON.stringify(shown)).toMatch(/\(cut\)|"cut: \d+ KB/);
    }),
    { numRuns: 60 },
  );
});

test("long texts are cut before anything else is, and no shorter than they must be", () => {
  const request = {
    method: "POST",
    path: "/v1/notes",
    body: "x".repeat(4096),
    headers: { accept: "y".repeat(4096) },
  };
  expect(kept(event({ detail: { request } })).detail).toEqual({
    request: {
      ...request,
      body: `${"x".repeat(2048)}… (cut)`,
      headers: { accept: `${"y".repeat(2048)}… (cut)` },
    },
  });
});

test("a sentence stands for a detail whose form alone is too much", () => {
  const detail = { list: Array.from({ length: 5000 }, () => []) };
  expect(kept(event({ detail })).detail).toEqual({ cut: "cut: 15 KB; an event is kept with 8 KB at most" });
});
