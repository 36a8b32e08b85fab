import * as z from "zod/mini";
import type { DemoUser } from "../demo-users.ts";
import { LabProblem } from "./problem.ts";
import { type Fetch, send } from "./request.ts";

const csrfSchema = z.object({ csrfToken: z.string() });
const redirectSchema = z.object({ url: z.string() });

/**
 * Signs in as NextAuth's own `signIn("credentials")` does: CSRF token first, then the form.
 *
 * @throws LabProblem `refused` with the app's error code as `reason`
 */
export async function signIn(fetch: Fetch, user: DemoUser, callbackUrl = "/notes"): Promise<void> {
  const { email, password } = user;
  await post(fetch, "/api/auth/callback/credentials", { email, password, callbackUrl });
}

/** Signs out as NextAuth's own `signOut` does. */
export async function signOut(fetch: Fetch, callbackUrl = "/signin"): Promise<void> {
  await post(fetch, "/api/auth/signout", { callbackUrl });
}

async function post(fetch: Fetch, path: string, fields: Record<string, string>): Promise<void> {
  const { csrfToken } = await send(fetch, { method: "GET", path: "/api/auth/csrf" }, csrfSchema);
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  const response = await fetch(path, { method: "POST", body }).catch(() => {
    throw new LabProblem(
      "unreachable",
      "This site does not answer. Is it still running, and are you online?",
    );
  });
  const answer = redirectSchema.safeParse(await response.json().catch(() => undefined));
  const error = answer.success
    ? new URL(answer.data.url, "http://localhost").searchParams.get("error")
    : null;
  if (error !== null) {
    throw new LabProblem("refused", `The app did not sign you in: it answered ${error}.`, { reason: error });
  }
  if (!response.ok || !answer.success) {
    throw new LabProblem("unexpected", `The app answered ${response.status} at ${path}.`);
  }
}
