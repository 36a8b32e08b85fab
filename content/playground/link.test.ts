import fc from "fast-check";
import { expect, test } from "vitest";
import { faultSchema, graceReplySchema, type LabSettings, settingsSchema } from "@/lib/lab/schemas";
import { faults } from "@/lib/scenario/settings";
import { linkQuery, readLink } from "./link";

const lessons = [
  { slug: "refresh-rotation", title: "Refresh rotation", variants: named("none", "in-proxy") },
  { slug: "server-action-protection", title: "Server Actions", variants: named("open", "guarded") },
];

function named(...names: string[]) {
  return names.map((name) => ({ name, summary: "" }));
}

const lifetime = fc.integer({ min: 1, max: 90 * 86_400 });
const settings: fc.Arbitrary<LabSettings> = fc.record({
  accessTtl: lifetime,
  refreshIdleTtl: lifetime,
  refreshAbsoluteTtl: lifetime,
  grace: fc.integer({ min: 0, max: 60 }),
  graceReply: fc.constantFrom(...graceReplySchema.options),
  rotation: fc.boolean(),
  reuseDetection: fc.boolean(),
  clientAuth: fc.boolean(),
  latencyMs: fc.integer({ min: 0, max: 10_000 }),
  fault: fc.constantFrom(...faultSchema.options),
});
const variants = fc.record({
  "refresh-rotation": fc.constantFrom("none", "in-proxy"),
  "server-action-protection": fc.constantFrom("open", "guarded"),
});

test("what a link was made of is what it opens as", () => {
  fc.assert(
    fc.property(settings, variants, (chosen, running) => {
      const opened = readLink(linkQuery({ settings: chosen, variants: running }), lessons);
      expect(opened).toEqual({ settings: chosen, variants: running, ignored: [] });
    }),
  );
});

test("whatever a link says, only values that a lab may have come out of it, and the rest is named", () => {
  const names = fc.oneof(
    fc.constantFrom(...Object.keys(settingsSchema.shape), "refresh-rotation"),
    fc.string(),
  );
  const values = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.constantFrom("on", "none", "1e3", "0x10", "-0"),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values), { maxLength: 20 }), (pairs) => {
      const opened = readLink(new URLSearchParams(pairs).toString(), lessons);
      const { success } = settingsSchema.safeParse({ ...defaults, ...opened.settings });
      expect(success).toBe(true);
      for (const [slug, name] of Object.entries(opened.variants)) {
        expect(lessons.find((lesson) => lesson.slug === slug)?.variants.map((one) => one.name)).toContain(
          name,
        );
      }
      const taken = Object.keys(opened.settings).length + Object.keys(opened.variants).length;
      expect(taken + opened.ignored.length).toBe(pairs.length);
    }),
  );
});

const defaults: LabSettings = {
  accessTtl: 900,
  refreshIdleTtl: 900,
  refreshAbsoluteTtl: 900,
  grace: 0,
  graceReply: "successor",
  rotation: true,
  reuseDetection: true,
  clientAuth: false,
  latencyMs: 0,
  fault: "none",
};

test.each([
  ["grace=61", "a whole number of seconds, from 0 to 60"],
  ["grace=1e1", "a whole number of seconds, from 0 to 60"],
  ["grace=", "a whole number of seconds, from 0 to 60"],
  ["accessTtl=008", "a whole number of seconds, from 1 to 7776000"],
  ["rotation=true", "on or off"],
  ["fault=fire", `one of ${faults.join(", ")}`],
  ["graceReply=409", "one of successor, none"],
  ["refresh-rotation=nope", "one of none, in-proxy"],
  ["__proto__=1", "neither a setting nor a lesson with variants"],
  ["constructor=1", "neither a setting nor a lesson with variants"],
])("%s is named and left out", (query, why) => {
  expect(readLink(query, lessons)).toMatchObject({ settings: {}, variants: {}, ignored: [{ why }] });
});

test("of a value that is said twice the first one counts", () => {
  const opened = readLink("grace=10&grace=20", lessons);
  expect(opened.settings).toEqual({ grace: 10 });
  expect(opened.ignored).toMatchObject([{ name: "grace", value: "20" }]);
});

test("a link of a hundred thousand characters is not read at all", () => {
  const opened = readLink(`grace=10&x=${"y".repeat(100_000)}`, lessons);
  expect(opened.settings).toEqual({});
  expect(opened.ignored).toHaveLength(1);
});
