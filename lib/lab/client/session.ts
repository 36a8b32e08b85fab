import * as z from "zod/mini";
import type { DemoUser } from "@/lib/sign-in/demo-users.ts";
import {
  failureOf,
  inOneLine,
  refusalIn,
  type SignInFailure,
  signInFailure,
} from "@/lib/sign-in/sign-in-failure.ts";
import { whileBusy } from "@/lib/sign-in/while-busy.ts";
import { asProblem, LabProblem } from "./problem.ts";
import { type Fetch, send } from "./request.ts";

const csrfSchema = z.object({ csrfToken: z.string() });
const redirectSchema = z.object({ url: z.string() });

/**
 * Signs in like NextAuth's own `signIn("credentials")`: CSRF token first, then the form. When the backend is busy, it
 * waits as long as the answer says and tries again, as the app's own form does.
 *
 * @throws LabProblem `refused` with the app's error code as `reason` and the text of the app's own form;
 *   `unreachable` when the app does not answer
 */
export async function signIn(fetch: Fetch, user: DemoUser, callbackUrl = "/notes"): Promise<void> {
  const { email, password } = user;
  const fields = { email, password, callbackUrl };
  const tried = await whileBusy(
    () => post(fetch, "/api/auth/callback/credentials", fields).then(() => ({}), busyOrThrow),
    new AbortController().signal,
  );
  if (tried !== undefined && "problem" in tried) throw tried.problem;
}

/** A problem of a busy backend, with the seconds to wait. @throws every other problem */
function busyOrThrow(thrown: unknown): { problem: LabProblem; retrySeconds: number } {
  const problem = asProblem(thrown);
  if (problem.retryAfterSeconds === undefined) throw thrown;
  return { problem, retrySeconds: problem.retryAfterSeconds };
}

/** Signs out like NextAuth's own `signOut`. */
export async function signOut(fetch: Fetch, callbackUrl = "/signin"): Promise<void> {
  await post(fetch, "/api/auth/signout", { callbackUrl });
}

async function post(fetch: Fetch, path: string, fields: Record<string, string>): Promise<void> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(fetch), json: "true" });
  const response = await fetch(path, { method: "POST", body }).catch(() => {
    throw unreachable();
  });
  const answer = redirectSchema.safeParse(await response.json().catch(() => undefined));
  const error = answer.success ? refusalIn(answer.data.url) : null;
  const failure = signInFailure(error ?? undefined);
  if (failure !== null) throw problemOf(failure, error);
  if (!response.ok || !answer.success) throw unreachable();
}

/** Fetches the CSRF token. NextAuth's own client cannot go on without one, whatever the reason. */
async function csrfToken(fetch: Fetch): Promise<string> {
  try {
    return (await send(fetch, { method: "GET", path: "/api/auth/csrf" }, csrfSchema)).csrfToken;
  } catch (thrown) {
    throw asProblem(thrown).code === "lab_gone" ? thrown : unreachable();
  }
}

const unreachable = () => new LabProblem("unreachable", inOneLine(failureOf("unreachable")));

function problemOf(failure: SignInFailure, error: string | null): LabProblem {
  const parts = { reason: error ?? undefined, retryAfterSeconds: failure.retrySeconds };
  // This text is shown after the last attempt, when there is no next attempt to count down to.
  const shown = failure.code === "busy" ? failureOf("unavailable") : failure;
  return new LabProblem("refused", inOneLine(shown), parts);
}
