import { z } from "zod";
import { statusSchema, timelineEventSchema } from "@/lib/check/report";

/** A message of the reporter inside Playwright's process to the command. */
const ranSchema = z.object({
  type: z.literal("ran"),
  /** The planned check, as `keyOf` names it. */
  key: z.string(),
  status: statusSchema,
  durationMs: z.number(),
  /** The assertion's words, or why there is no verdict. Empty where there are none. */
  sentence: z.string(),
  found: z.string().optional(),
  expected: z.string().optional(),
  timeline: z.array(timelineEventSchema),
});

export const messageSchema = z.discriminatedUnion("type", [
  ranSchema,
  z.object({ type: z.literal("started"), key: z.string() }),
  /** Something outside any check: a file that does not compile, a worker that cannot start. */
  z.object({ type: z.literal("broke"), message: z.string() }),
]);

export type Message = z.infer<typeof messageSchema>;
export type Ran = z.infer<typeof ranSchema>;
