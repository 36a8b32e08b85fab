import { z } from "zod";

const DAY_SECONDS = 24 * 60 * 60;
export const MAX_LIFETIME_SECONDS = 90 * DAY_SECONDS;
export const MAX_GRACE_SECONDS = 60;
export const MAX_LATENCY_MS = 10_000;

const lifetimeSeconds = z.int().min(1).max(MAX_LIFETIME_SECONDS);

/**
 * - `outage`: nothing of the API under study is there
 * - `refresh-only`: the token endpoint is away, sign-in and the API are up
 * - `api-only`: what access tokens are for is away, sign-in and the token endpoint are up
 * - `client-refused`: sign-in and the token endpoint take this client for another, as with a wrong secret
 * - `timeout`: no answer, and nothing is applied
 * - `lost-answer`: the token endpoint applies its rules, and its answer never arrives
 * - `malformed`: 200 with something else than was asked for
 * - `slow-first`: the first call waits
 */
export const faultSchema = z.enum([
  "none",
  "outage",
  "refresh-only",
  "api-only",
  "client-refused",
  "timeout",
  "lost-answer",
  "malformed",
  "slow-first",
]);
export type Fault = z.infer<typeof faultSchema>;

/** The answer to a spent token within the grace window: the winner's successor, or only the news that there is one. */
export const graceReplySchema = z.enum(["successor", "none"]);

/** The settings that a learner can change. Lifetimes and grace are seconds; `latencyMs` is real milliseconds. */
export const settingsSchema = z.strictObject({
  accessTtl: lifetimeSeconds,
  refreshIdleTtl: lifetimeSeconds,
  refreshAbsoluteTtl: lifetimeSeconds,
  grace: z.int().min(0).max(MAX_GRACE_SECONDS),
  graceReply: graceReplySchema,
  rotation: z.boolean(),
  reuseDetection: z.boolean(),
  clientAuth: z.boolean(),
  latencyMs: z.int().min(0).max(MAX_LATENCY_MS),
  fault: faultSchema,
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const settingsChangeSchema = settingsSchema.partial();
export type SettingsChange = { [Name in keyof Settings]?: Settings[Name] | undefined };

export const DEFAULT_SETTINGS: Settings = {
  accessTtl: 15 * 60,
  refreshIdleTtl: 7 * DAY_SECONDS,
  refreshAbsoluteTtl: 30 * DAY_SECONDS,
  grace: 0,
  graceReply: "successor",
  rotation: true,
  reuseDetection: true,
  clientAuth: false,
  latencyMs: 0,
  fault: "none",
};
