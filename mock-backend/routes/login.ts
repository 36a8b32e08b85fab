import type { Context } from "hono";
import { z } from "zod";
import { QueueFullError } from "../domain/fair-queue.ts";
import { BUSY_RETRY_SECONDS } from "../domain/hashing-queue.ts";
import { passwordSchema } from "../domain/passwords.ts";
import { identify, newRefreshToken } from "../domain/refresh-token.ts";
import { normalizeEmail } from "../domain/users.ts";
import { jsonBody } from "../http/body.ts";
import type { BackendEnv } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";
import { note, noteEnded } from "../lab/note.ts";
import { requireClient } from "./client-auth.ts";
import { grantTokens } from "./grant-tokens.ts";
import type { Route } from "./route.ts";

const credentialsSchema = z.object({
  email: z.string().min(1).max(254).transform(normalizeEmail),
  password: passwordSchema,
});

/** First-party login: not an OAuth grant (RFC 9700 §2.4 forbids the password grant). */
async function login(context: Context<BackendEnv>): Promise<Response> {
  await requireClient(context);
  const { email, password } = jsonBody(context.get("body"), credentialsSchema);
  const { passwords, hashing, crypto, client } = context.get("services");
  const lab = context.get("lab");

  const { waitMs } = await lab.logins.begin(email, (await lab.clock()).now);
  if (waitMs > 0) throw tooManyAttempts(waitMs);
  const user = await lab.users.byEmail(email);
  const verify = () => passwords.verify(password, user?.passwordHash);
  const { signal } = context.req.raw;
  const passed = await hashing.run(lab.id, verify, signal).catch(async (error: unknown) => {
    await lab.logins.release(email);
    throw notChecked(context, error);
  });
  const { lockMs } = await lab.logins.settle(email, passed, (await lab.clock()).now);
  if (lockMs > 0) noteLock(context, lockMs);
  if (!user) throw invalidCredentials("unknown");
  if (!passed) throw invalidCredentials("wrong-password");

  const refreshToken = newRefreshToken(crypto);
  const settings = await lab.settings();
  const { now } = await lab.clock();
  const opened = await lab.families.open({
    userId: user.id,
    clientId: client.id,
    token: identify(crypto, refreshToken),
    idleTtlSeconds: settings.refreshIdleTtl,
    absoluteTtlSeconds: settings.refreshAbsoluteTtl,
    now,
  });
  if (!opened) throw invalidCredentials("suspended");
  if (opened.displaced) noteEnded(lab, opened.displaced, "displaced");
  return grantTokens(context, {
    user: (await lab.users.byId(user.id)) ?? user,
    refresh: opened.issued,
    refreshToken,
    now,
  });
}

/** One answer for unknown, wrong and suspended: the reason is for the timeline only (OWASP Authentication). */
function invalidCredentials(reason: "unknown" | "wrong-password" | "suspended"): ApiError {
  return new ApiError(401, "invalid_credentials", "The email address or the password is wrong.", { reason });
}

/** Nothing was learnt about the password: no attempt, and no verdict. */
function notChecked(context: Context<BackendEnv>, error: unknown): ApiError {
  if (error instanceof QueueFullError) return busy();
  if (context.req.raw.signal.aborted) {
    return new ApiError(504, "timeout", "The caller gave up.", { reason: "aborted" });
  }
  context.get("services").report(error);
  return new ApiError(503, "temporarily_unavailable", "The password could not be checked: try again.");
}

/** RFC 9110 §15.6.4: a 503 may say when to come back, which tells a crowd from an outage. */
function busy(): ApiError {
  return new ApiError(
    503,
    "temporarily_unavailable",
    `Too many are signing in at once: try again in ${BUSY_RETRY_SECONDS} s.`,
    { headers: { "Retry-After": String(BUSY_RETRY_SECONDS) }, reason: "busy" },
  );
}

/** Also for an address without an account: a lock must not give away which addresses have one. */
function tooManyAttempts(waitMs: number): ApiError {
  const seconds = Math.ceil(waitMs / 1000);
  return new ApiError(429, "too_many_attempts", `Too many attempts: try again in ${seconds} s.`, {
    headers: { "Retry-After": String(seconds) },
    reason: "locked",
  });
}

function noteLock(context: Context<BackendEnv>, lockMs: number): void {
  const seconds = Math.ceil(lockMs / 1000);
  note(context.get("lab"), "login.locked", `Too many wrong passwords: locked for ${seconds} s.`, {
    code: "locked",
    outcome: "refused",
  });
}

export const loginRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/auth/login", does: "email and password for tokens", handler: login },
];
