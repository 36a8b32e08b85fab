import { z } from "zod";
import { record } from "./record";
import { openSessionCookie, tokensInside } from "./session-cookie";

/** The name of the attacker's server, the same in every lab. */
export const ATTACKER_HOST = "attacker.example";

const text = z.string().max(4_096);

/** What a script on a page sends home. */
export const lootSchema = z.object({
  tokens: z.array(z.object({ jwt: text, where: z.string().max(100) })).max(10),
  cookies: text,
  stored: z.array(z.string().max(100)).max(50),
  notes: z.array(z.string().max(200)).max(100),
});

export type Loot = z.infer<typeof lootSchema>;

type Taken = {
  /** Who sends it: a script in the browser, or the Next server itself. */
  from: "browser" | "next";
  method: string;
  path: string;
  accessToken?: string | undefined;
  sessionCookie?: string | undefined;
  /** All of it, for the learner to look at. */
  detail: Record<string, unknown>;
};

/** Writes to the timeline that something reached the attacker, who holds from now on what was in it. */
export async function recordTaken({ from, method, path, accessToken, sessionCookie, detail }: Taken) {
  const inCookie = sessionCookie ? tokensInside(await openSessionCookie(sessionCookie)) : {};
  const held = {
    ...(accessToken !== undefined && { accessToken }),
    ...(sessionCookie !== undefined && { session: inCookie.refreshToken ?? true }),
  };
  await record({
    type: "request",
    from,
    to: "attacker",
    name: `${method} ${ATTACKER_HOST}${path}`,
    outcome: "info",
    code: accessToken !== undefined ? "access-token" : "no-token",
    carries: held,
    holds: { holder: "attacker", ...held },
    detail: { loot: detail },
  });
}
