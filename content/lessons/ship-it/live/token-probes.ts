import * as z from "zod/mini";
import { ask, readTokens } from "@/lib/lab/client/scenario/calls";
import { playInOwnLab } from "@/lib/lab/client/scenario/play";
import { OwnThief } from "@/lib/lab/client/scenario/thief";
import { signIn } from "@/lib/lab/client/session";
import type { ScenarioFailed } from "@/lib/scenario/see";
import { userOf } from "@/lib/sign-in/demo-users";
import { scenarios } from "../scenarios";
import { type Finding, fails, holds } from "./finding";

const headerSchema = z.looseObject({ alg: z.string() });

/** Plays one of the lesson's scenarios, and says what it means that it holds, or that it does not. */
function story(id: keyof typeof scenarios, good: string, bad: string | ((failed: ScenarioFailed) => string)) {
  return async (): Promise<Finding> => {
    const { failed } = await playInOwnLab(scenarios[id]);
    if (failed === null) return holds(good);
    return fails(typeof bad === "string" ? bad : bad(failed));
  };
}

export const pageAfterExpiry = story(
  "page-after-expiry",
  "Two pages, two expiries, the notes both times.",
  ({ sentence, found }) => `Of two pages after two expiries, ${sentence} ${found}.`,
);

export const outageKeepsSession = story(
  "outage-keeps-session",
  "Down at refresh, then back: still signed in.",
  "Down at refresh, then back: the session is over.",
);

export const stolenRefreshToken = story(
  "stolen-refresh-token",
  "The owner came second, and the family was revoked.",
  "The owner came second, and the thief goes on.",
);

export const signOutRevokes = story(
  "sign-out-revokes",
  "After sign-out, the backend refused the refresh token.",
  "After sign-out, the refresh token still bought a new pair.",
);

export const copiedCookie = story(
  "copied-cookie",
  "After sign-out, the copy is nobody’s.",
  "After sign-out, whoever brings the copy is still let in.",
);

export async function bogusRefreshToken(): Promise<Finding> {
  const status = await new OwnThief("x".repeat(43), "").refresh();
  return status === 200 ? fails("The backend gave tokens for it.") : holds("The backend refused it.");
}

const apis = { "the invoices API": "/api/invoices", "the backend": "/mock-backend/v1/me" };

/**
 * The same token under `alg: none`, and with a role that nobody gave: at the API that goes by the lab's verifier, and at
 * the backend.
 */
export async function forgedToken(): Promise<Finding> {
  await signIn(ask, userOf("grace"));
  const { accessToken } = await readTokens();
  const [header = "", payload = "", signature = ""] = (accessToken ?? "").split(".");
  const claims = z.looseObject({}).parse(decoded(payload));
  const unsigned = `${encoded({ ...headerSchema.parse(decoded(header)), alg: "none" })}.${payload}.`;
  const raised = `${header}.${encoded({ ...claims, roles: ["admin"] })}.${signature}`;
  const answered = async ([api, path]: [string, string]) => {
    const statuses = [await statusOf(path, unsigned), await statusOf(path, raised)] as const;
    return { api, statuses };
  };
  const answers = await Promise.all(Object.entries(apis).map(answered));
  const told = answers.map(({ api, statuses }) => `${api} answered ${statuses.join(" and ")}`).join(", ");
  const found = `Without a signature, and with another role, ${told}.`;
  return answers.every(({ statuses }) => statuses.every((status) => status === 401))
    ? holds(found)
    : fails(found);
}

async function statusOf(path: string, token: string): Promise<number> {
  const headers = { Authorization: `Bearer ${token}`, "X-Lab-Actor": "attacker" };
  return (await fetch(path, { headers, cache: "no-store" })).status;
}

function decoded(part: string): unknown {
  const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function encoded(value: object): string {
  const text = String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value)));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
