import { z } from "zod";

/** A server's message to the load generator: its address, and the first token of each chain. */
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
