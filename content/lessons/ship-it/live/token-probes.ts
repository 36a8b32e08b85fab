import * as z from "zod/mini";
import { browser, Thief } from "@/lib/lab/client/scenario/browser";
import { readState, readTokens } from "./ask";
import { type Finding, fails, holds } from "./finding";

const MINUTE = 60;
const headerSchema = z.looseObject({ alg: z.string() });

async function pastExpiry(): Promise<void> {
  const { settings } = await readState();
  await browser.advance(settings.accessTtl + MINUTE);
}

/** Two pages, each opened after another expiry: the second shows whether the first refresh was kept. */
export async function pageAfterExpiry(): Promise<Finding> {
  await browser.signIn();
  for (const visit of ["first", "second"]) {
    await pastExpiry();
    const seen = await browser.open();
    if (seen !== "the notes") return fails(`The ${visit} page after expiry showed ${seen}.`);
  }
  return holds("Two pages, two expiries, the notes both times.");
}

export async function outageKeepsSession(): Promise<Finding> {
  await browser.signIn();
  await pastExpiry();
  await browser.settings({ fault: "outage" });
  await browser.comeBack();
  await browser.settings({ fault: "none" });
  return (await browser.sessionIsSomebody())
    ? holds("Down at refresh, then back: still signed in.")
    : fails("Down at refresh, then back: the session is over.");
}

export async function stolenRefreshToken(): Promise<Finding> {
  await browser.signIn();
  const { settings } = await readState();
  await browser.advance(Math.max(1, settings.accessTtl - MINUTE));
  const thief = await browser.stealTokens();
  await thief.refresh();
  await browser.advance(2 * MINUTE);
  await browser.comeBack();
  return (await thief.refresh())
    ? fails("The owner came second, and the thief goes on.")
    : holds("The owner came second, and the family was revoked.");
}

export async function bogusRefreshToken(): Promise<Finding> {
  const taken = await new Thief("x".repeat(43), "").refresh();
  return taken ? fails("The backend gave tokens for it.") : holds("The backend refused it.");
}

export async function signOutRevokes(): Promise<Finding> {
  await browser.signIn();
  const thief = await browser.stealTokens();
  await browser.signOut();
  return (await thief.refresh())
    ? fails("After sign-out, the refresh token still bought a new pair.")
    : holds("After sign-out, the backend refused the refresh token.");
}

export async function copiedCookie(): Promise<Finding> {
  await browser.signIn();
  const putBack = await browser.copyCookie();
  await browser.signOut();
  await putBack();
  const somebody = await browser.sessionIsSomebody();
  await browser.signOut();
  return somebody
    ? fails("After sign-out, NextAuth still greets whoever brings the copy.")
    : holds("After sign-out, the copy is nobody’s.");
}

const apis = { "the invoices API": "/api/invoices", "the backend": "/mock-backend/v1/me" };

/**
 * The same token under `alg: none`, and with a role that nobody gave: at the API that goes by the lab's verifier, and at
 * the backend.
 */
export async function forgedToken(): Promise<Finding> {
  await browser.signIn("Grace");
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
