import { z } from "zod";
import { labEventSchema } from "@/lib/lab/schemas";

/** What one check measured on one variant under one condition. */
const outcomeSchema = z.discriminatedUnion("passed", [
  z.object({ passed: z.literal(true) }),
  /** What did not hold, and what was found instead. */
  z.object({ passed: z.literal(false), because: z.string().min(1) }),
]);

/** `table.json` beside a lesson's results, as `npm run record` writes it: outcomes by the name of their run. */
export const resultsTableSchema = z.record(z.string(), outcomeSchema);

/** The recording of one run: a lab's events, on the lab's clock from zero. */
export const recordedRunSchema = z
  .object({
    check: z.string(),
    variant: z.string(),
    condition: z.string(),
    events: z.array(labEventSchema),
  })
  .and(outcomeSchema);

export type MeasuredOutcome = z.infer<typeof outcomeSchema>;
export type ResultsTable = z.infer<typeof resultsTableSchema>;
export type RecordedRun = z.infer<typeof recordedRunSchema>;

/** The name of a run, in the table, as a file and in an address. */
export function runName(check: string, variant: string, condition: string): string {
  return `${check}.${variant}.${condition}`;
}
