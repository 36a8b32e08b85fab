import "server-only";
import { z } from "zod";

const schema = z.object({
  BACKEND_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, "")),
  BACKEND_CLIENT_ID: z.string().min(1).default("silent-refresh-web"),
  BACKEND_CLIENT_SECRET: z.string().min(1).default("local-client-secret"),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/ }),
  NEXTAUTH_SECRET: z.string().min(32),
});

export type Environment = z.infer<typeof schema>;

/**
 * Read when it is needed and not when the module loads: a build has no secrets.
 *
 * @throws ZodError naming every variable that is wrong
 */
export function environment(): Environment {
  return schema.parse(process.env);
}

/** Decides the cookies' `Secure` flag and `__Host-` prefix. At build time there is no address yet. */
export function servedOverHttps(): boolean {
  return (process.env.NEXTAUTH_URL ?? "").startsWith("https:");
}
