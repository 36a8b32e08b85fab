import { z } from "zod";
import { timelineEventSchema } from "./timeline";

/**
 * What `--json` writes. A field may be added under the same version; one that changes its meaning or goes away makes
 * a new version.
 */
export const resultSchema = z.object({
  /** The slug of the lesson that explains it. */
  lesson: z.string(),
  /** The section of that lesson, as a path on the site. */
  section: z.string(),
  check: z.string(),
  title: z.string(),
  variant: z.literal("your-app"),
  /** `error`: no verdict, because the check could not be carried out; `skipped`: the profile does not say how. */
  status: z.enum(["pass", "fail", "error", "skipped"]),
  /** What the check saw, in one sentence. */
  message: z.string(),
  /** One sentence: what would have been right. */
  expected: z.string(),
  durationMs: z.number().int(),
  /** The backend's events during a check that did not pass. */
  timeline: z.array(timelineEventSchema),
});
export type Result = z.infer<typeof resultSchema>;

export const reportSchema = z.object({
  version: z.literal(1),
  command: z.literal("check:app"),
  url: z.string(),
  backend: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().int(),
  /** When the app refreshes, in words. */
  habit: z.string(),
  results: z.array(resultSchema),
});
export type Report = z.infer<typeof reportSchema>;

/** 0 when every check passed that the profile allows, 1 when one did not. 2 is for what cannot begin. */
export function exitCode(results: readonly Result[]): 0 | 1 {
  return results.some(({ status }) => status === "fail" || status === "error") ? 1 : 0;
}
