import path from "node:path";
import { z } from "zod";
import { ROOT } from "./next";

/** npm's record of what is installed. */
export const LOCKFILE = path.join(ROOT, "package-lock.json");

/** Of the lockfile, what this project looks at: its packages by folder, the project itself under the empty name. */
export const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
