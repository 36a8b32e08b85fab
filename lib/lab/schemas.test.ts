import { expect, test } from "vitest";
import { settingsSchema as backendSettingsSchema, DEFAULT_SETTINGS } from "@/mock-backend/domain/settings";
import { faults, graceReplies } from "../scenario/settings.ts";
import { defaultSettings, labEventSchema, labStateSchema, settingsSchema } from "./schemas.ts";

const event = {
  seq: 1,
  at: 1_700_000_000_000,
  type: "request",
  from: "next",
  to: "backend",
  name: "POST /v1/auth/refresh",
  outcome: "info",
  tokens: [{ kind: "refresh", generation: 1, family: 1, role: "carried" }],
};

test("an event parses, and an unknown actor or a seq of 0 does not", () => {
  expect(labEventSchema.safeParse(event).success).toBe(true);
  expect(labEventSchema.safeParse({ ...event, to: "cdn" }).success).toBe(false);
  expect(labEventSchema.safeParse({ ...event, seq: 0 }).success).toBe(false);
});

test("the default settings are within the bounds, and the bounds are the backend's", () => {
  expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  expect(settingsSchema.safeParse({ ...defaultSettings, accessTtl: 0 }).success).toBe(false);
  expect(settingsSchema.safeParse({ ...defaultSettings, grace: 61 }).success).toBe(false);
  expect(settingsSchema.safeParse({ ...defaultSettings, latencyMs: 10_001 }).success).toBe(false);
  expect(settingsSchema.safeParse({ ...defaultSettings, graceReply: "409" }).success).toBe(false);
});

test("settings, faults and defaults are the backend's own, by name", () => {
  expect(Object.keys(settingsSchema.shape)).toEqual(Object.keys(backendSettingsSchema.shape));
  expect(faults).toEqual(backendSettingsSchema.shape.fault.options);
  expect(graceReplies).toEqual(backendSettingsSchema.shape.graceReply.options);
  expect(defaultSettings).toEqual(DEFAULT_SETTINGS);
});

test("an empty lab's state parses, and keys that we do not know are dropped", () => {
  const none = { session: null, access: null, refresh: null };
  const state = labStateSchema.parse({
    id: "lab",
    clock: { now: 0, offset: 0 },
    settings: defaultSettings,
    users: [],
    notes: [],
    families: [],
    keys: [{ kid: "k1", status: "signing" }],
    holders: { browser: none, next: none, attacker: none },
    firstSeq: 0,
    lastSeq: 0,
    later: true,
  });
  expect(state).not.toHaveProperty("later");
});
