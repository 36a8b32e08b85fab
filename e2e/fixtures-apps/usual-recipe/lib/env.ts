import "server-only";
import { z } from "zod";

const schema = z.object({
  BACKEND_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, "")),
  /** The app's own account at the backend, which may do everything. Ada's password is published. */
  SERVICE_EMAIL: z.email().default("ada@example.com"),
  SERVICE_PASSWORD: z.string().min(1).default("analytical-engine"),
});

/**
 * Read when it is needed and not when the module loads: a build has no secrets.
 *
 * @throws ZodError naming every variable that is wrong
 */
export function environment(): z.infer<typeof schema> {
  return schema.parse(process.env);
}
