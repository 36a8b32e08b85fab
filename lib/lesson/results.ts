import { z } from "zod";
import { type LabEvent, labEventSchema } from "@/lib/lab/schemas";
import type { LessonMeta } from "./meta";

/** The outcome of one check on one variant under one condition. */
const outcomeSchema = z.discriminatedUnion("passed", [
  z.object({ passed: z.literal(true) }),
  /** The expectation that failed, and what was found instead. */
  z.object({ passed: z.literal(false), because: z.string().min(1) }),
]);

/** A lesson's `table.json`, as `npm run record` writes it: outcomes by the run's name. */
export const resultsTableSchema = z.record(z.string(), outcomeSchema);

const kinds = { S: "session", A: "access", R: "refresh" } as const;

/** "S1/1 R2/1+": session 1 of family 1 carried, refresh token 2 of it issued. */
const tokensSchema = z
  .string()
  .regex(/^[SAR]\d+\/\d+\+?( [SAR]\d+\/\d+\+?)*$/)
  .transform((text) =>
    [...text.matchAll(/([SAR])(\d+)\/(\d+)(\+?)/g)].map(([, letter, generation, family, plus]) => ({
      kind: kinds[letter === "S" || letter === "A" ? letter : "R"],
      generation: Number(generation),
      family: Number(family),
      role: plus === "+" ? ("issued" as const) : ("carried" as const),
    })),
  )
  .default([]);

const recordedEventSchema = z
  .looseObject({ tokens: tokensSchema })
  .pipe(z.custom<LabEvent>((event) => labEventSchema.safeParse(event).success, "is no event of a lab"));

/** The recording of one run: the lab's events, with the lab's clock starting at zero. */
export const recordedRunSchema = z
  .object({
    check: z.string(),
    variant: z.string(),
    /** Absent for a lesson without conditions. */
    condition: z.string().optional(),
    events: z.array(recordedEventSchema),
  })
  .and(outcomeSchema);

export type MeasuredOutcome = z.infer<typeof outcomeSchema>;
export type ResultsTable = z.infer<typeof resultsTableSchema>;
export type RecordedRun = z.infer<typeof recordedRunSchema>;

/** The name of a run in the table, of its file and in its address. */
export function runName(check: string, variant: string, condition?: string): string {
  return [check, variant, condition].filter((part) => part !== undefined).join(".");
}

/** The runs that a lesson records: every check on every variant except the reader's own. */
export function runsOf({ checks, variants, conditions }: LessonMeta): string[] {
  const judged = variants.filter(({ verdict }) => verdict !== "yours");
  const names = conditions.length === 0 ? [undefined] : conditions.map(({ name }) => name);
  return checks.flatMap(({ id }) =>
    judged.flatMap((variant) => names.map((condition) => runName(id, variant.name, condition))),
  );
}
