import { z } from "zod";

/** What a server under measurement tells the load generator: where it is, and where each chain starts. */
export const targetSchema = z.object({
  port: z.number(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  /** How the body is made around the refresh token. */
  body: z.enum(["json", "form"]),
  /** One per connection. */
  refreshTokens: z.array(z.string()),
});
export type Target = z.infer<typeof targetSchema>;

/** Tells the parent process that this server is ready. */
export function announce(target: Target): void {
  process.send?.(target);
}

export const CONNECTIONS = 32;
