import * as z from "zod/mini";
import { type AttackReport, attackReportSchema } from "@/lib/lab/attack/report";
import { LabProblem } from "@/lib/lab/client/problem";
import { send } from "@/lib/lab/client/request";
import { eventsAfter, readState } from "@/lib/lab/client/scenario/calls";
import { signIn } from "@/lib/lab/client/session";
import type { LabEvent } from "@/lib/lab/schemas";
import type { Fault } from "@/lib/scenario/settings";
import { demoUsers } from "@/lib/sign-in/demo-users";

const request: typeof fetch = (path, init) => fetch(path, init);
const csrfSchema = z.object({ csrfToken: z.string() });

/** What the lab recorded while something was done. @throws LabProblem, as everything here */
export async function recorded(act: () => Promise<unknown>): Promise<LabEvent[]> {
  const { lastSeq } = await readState();
  await act();
  return eventsAfter(lastSeq);
}

/** Does something while the backend has a fault. */
export async function during<T>(fault: Fault, act: () => Promise<T>): Promise<T> {
  const setFault = (value: Fault) => {
    const call = { method: "PATCH", path: "/mock-backend/lab/settings", body: { fault: value } };
    return send(request, call, z.unknown());
  };
  await setFault(fault);
  try {
    return await act();
  } finally {
    await setFault("none");
  }
}

/** Signs in, or says with which error the app refused. */
export async function trySignIn(): Promise<"signed in" | string> {
  try {
    await signIn(request, demoUsers[0]);
    return "signed in";
  } catch (error) {
    if (error instanceof LabProblem && error.reason !== undefined) return error.reason;
    throw error;
  }
}

export async function sessionText(): Promise<string> {
  return (await fetch("/api/auth/session", { cache: "no-store" })).text();
}

/** What `update()` sends. */
export async function update(data: unknown): Promise<void> {
  const { csrfToken } = await send(request, { method: "GET", path: "/api/auth/csrf" }, csrfSchema);
  const body = { csrfToken, data };
  await send(request, { method: "POST", path: "/api/auth/session", body }, z.unknown());
}

/** Has one of the attacker's listed attacks sent in this lab. */
export function attack(name: string): Promise<AttackReport> {
  const call = { method: "POST", path: "/api/lab/attack", body: { attack: name } };
  return send(request, call, attackReportSchema);
}
