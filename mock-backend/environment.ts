import { z } from "zod";
import { passwordCostNames } from "./domain/password-costs.ts";

/** Fit for loopback only: this secret is public. */
export const LOCAL_CLIENT_SECRET = "local-client-secret";

const LEAST_MB = 8;
const MOST_MB = 65_536;

const megabytes = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= LEAST_MB && Number(text) <= MOST_MB, {
    error: `must be a whole number of megabytes from ${LEAST_MB} to ${MOST_MB}, such as 256`,
  })
  .transform(Number);

/** What both doors on Node read. */
export const clientEnvironmentSchema = z.object({
  BACKEND_CLIENT_ID: z.string().min(1).max(200).default("silent-refresh-web"),
  BACKEND_CLIENT_SECRET: z.string().min(1).max(200).default(LOCAL_CLIENT_SECRET),
  /**
   * `class`: what sixty learners at once can bear, for passwords that are published. `owasp`: what secret ones should cost.
   * `tests`: next to nothing.
   */
  BACKEND_PASSWORD_COST: z
    .enum(passwordCostNames, { error: "must be class, owasp or tests" })
    .default("class"),
  /** Megabytes (of 1,048,576 bytes) that all labs together keep at most. */
  BACKEND_MEMORY_MB: megabytes.default(256),
});

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
    error: "must be a port number from 1 to 65535, such as 4000",
  })
  .transform(Number);

/** What `npm run backend` reads. */
export const standaloneEnvironmentSchema = clientEnvironmentSchema
  .extend({
    BACKEND_PORT: port.default(4000),
    BACKEND_HOST: z.string().min(1).default("127.0.0.1"),
    /** The origin that callers see, where it is not `http://<host>:<port>`. */
    BACKEND_ISSUER: z
      .url({
        protocol: /^https?$/,
        error: "must be a whole http or https URL, such as http://127.0.0.1:4000",
      })
      .optional(),
  })
  .refine(
    ({ BACKEND_HOST, BACKEND_CLIENT_SECRET }) =>
      isLoopback(BACKEND_HOST) || BACKEND_CLIENT_SECRET !== LOCAL_CLIENT_SECRET,
    { path: ["BACKEND_CLIENT_SECRET"], error: "set one of your own before others can reach the backend" },
  )
  .refine(
    ({ BACKEND_HOST, BACKEND_PASSWORD_COST }) =>
      isLoopback(BACKEND_HOST) || BACKEND_PASSWORD_COST !== "tests",
    { path: ["BACKEND_PASSWORD_COST"], error: "tests is for this machine alone" },
  );

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

/**
 * Reads the environment. An empty variable counts as none.
 *
 * @throws Error with one line that names every variable that is wrong
 */
export function readEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
}
