import { z } from "zod";

/**
 * What `--json` writes. A number is added to `version` when a field changes its meaning or goes; fields may be added.
 */
export const resultSchema = z.object({
  /** The lesson that explains it, by slug, and the section's anchor on its page. */
  lesson: z.string(),
  section: z.string(),
  check: z.string(),
  variant: z.literal("your-app"),
  /** `error`: no verdict, because the check could not be carried out; `skipped`: the profile does not say how. */
  status: z.enum(["pass", "fail", "error", "skipped"]),
  /** One sentence: what was seen. */
  message: z.string(),
  /** One sentence: what would have been right. */
  expected: z.string(),
  durationMs: z.number(),
  /** What the backend recorded, one line an event; of checks that did not pass. */
  timeline: z.array(z.string()),
});
export type Result = z.infer<typeof resultSchema>;

export const reportSchema = z.object({
  version: z.literal(1),
  command: z.literal("check:app"),
  url: z.string(),
  backend: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number(),
  /** When the app refreshes, in words. */
  habit: z.string(),
  results: z.array(resultSchema),
});
export type Report = z.infer<typeof reportSchema>;

/** 0 when every check passed that could be asked, 1 when one did not. 2 is for what cannot be checked at all. */
export function exitCode(results: readonly Result[]): 0 | 1 {
  return results.some(({ status }) => status === "fail" || status === "error") ? 1 : 0;
}
