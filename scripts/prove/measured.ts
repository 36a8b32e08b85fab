import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** Playwright leaves in this file what it measured: `.ci/run` names one, and the proof then measures the rest alone. */
export const MEASURED_FILE = "MEASURED_FILE";

const measuredSchema = z.object({
  lesson: z.string(),
  check: z.string(),
  variant: z.string().nullable(),
  condition: z.string().nullable(),
  outcome: z.enum(["red", "green"]),
});

/** One check on one variant under one condition, and how it came out. */
export type Measured = z.infer<typeof measuredSchema>;

export function readMeasured(file: string): Measured[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => measuredSchema.parse(JSON.parse(line)));
}
