import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { KEY_BYTES } from "./weights.ts";

const KB = 1024;
const MB = 1024 * KB;
/** So little that few labs fill it. */
const MEMORY_MB = 12;

const growthSchema = z.object({ heap: z.number(), counted: z.number() });
const measuredSchema = z.object({
  shapes: z.object({ arrays: growthSchema, text: growthSchema, keys: growthSchema }),
  rest: growthSchema,
  parts: growthSchema,
  fullBytes: z.number(),
  all: growthSchema,
  crowd: growthSchema.extend({
    there: z.object({ unused: z.boolean(), learner: z.boolean(), follower: z.boolean() }),
    saysOfUnused: z.looseObject({ error: z.string(), reason: z.string() }),
  }),
});

let measured: z.infer<typeof measuredSchema>;
beforeAll(async () => {
  const script = fileURLToPath(new URL("../../fixtures/measure-heap.ts", import.meta.url));
  const { stdout } = await execa(process.execPath, ["--import", "tsx", script], {
    env: { BACKEND_MEMORY_MB: String(MEMORY_MB) },
  });
  measured = measuredSchema.parse(JSON.parse(stdout));
}, 120_000);

describe("what the heap has, after a collection", () => {
  test.each(["arrays", "text", "keys"] as const)(
    "500 events of 16 KB, all of it %s, take no more than a timeline may",
    (shape) => {
      expect(measured.shapes[shape].heap).toBeLessThan(1.5 * MB);
    },
  );

  test("a lab that was made and not used takes less than 5 KB", () => {
    expect(measured.rest.heap).toBeLessThan(5 * KB);
    expect(measured.rest.heap).toBeLessThan(measured.rest.counted);
  });

  test("all that a lab keeps beside events is counted for at least what it takes, and bounded", () => {
    expect(measured.parts.heap).toBeLessThan(measured.parts.counted);
    expect(measured.fullBytes).toBeLessThan(6 * MB);
  });

  test("no number of labs takes more than was set, and those that are in use stay", () => {
    expect(measured.all.counted).toBeLessThanOrEqual(MEMORY_MB * MB);
    expect(measured.all.heap).toBeLessThan(MEMORY_MB * MB);
    expect(measured.crowd.there).toEqual({ unused: false, learner: true, follower: true });
    expect(measured.crowd.saysOfUnused).toMatchObject({ error: "unknown_lab", reason: "made_room" });
  });

  test("a key pair is counted with what OpenSSL keeps of it, which is not in the heap", () => {
    expect(KEY_BYTES).toBeGreaterThan(8 * KB);
  });
});
