import * as z from "zod/mini";
import { ask, readTokens } from "@/lib/lab/client/scenario/calls";
import { signIn, signOut } from "@/lib/lab/client/session";
import { userOf } from "@/lib/sign-in/demo-users";
import { during, recorded, sessionText, trySignIn, update } from "./ask";
import { type Finding, fails, holds } from "./finding";

const DAY_SECONDS = 86_400;
const sessionSchema = z.object({
  expires: z.optional(z.string()),
  user: z.optional(z.object({ role: z.optional(z.string()) })),
});
const claimsSchema = z.looseObject({ exp: z.number(), role: z.optional(z.string()) });

export async function twoFields(): Promise<Finding> {
  const events = await recorded(() => signIn(ask, userOf("ada")));
  const login = events.find(({ type, name }) => type === "request" && name === "POST /v1/auth/login");
  const fields = login?.detail?.request?.fields ?? [];
  const found = `The backend received ${fields.join(", ")}.`;
  return [...fields].sort().join() === "email,password" ? holds(found) : fails(found);
}

export async function outageIsNamed(): Promise<Finding> {
  const refusal = await during("outage", trySignIn);
  const found = `With the backend down, the app answered ${refusal}.`;
  return refusal === "Unavailable" ? holds(found) : fails(found);
}

export async function nonsenseSignsNobodyIn(): Promise<Finding> {
  await signOut(ask);
  const text = await during("malformed", async () => {
    await trySignIn();
    return sessionText();
  });
  await signOut(ask);
  return sessionSchema.parse(JSON.parse(text)).user === undefined
    ? holds("A reply that makes no sense made no session.")
    : fails(`A reply that makes no sense made the session ${text.slice(0, 80)}`);
}

export async function noTokenInSession(): Promise<Finding> {
  await signIn(ask, userOf("ada"));
  const [json, { accessToken, refreshToken }] = [await sessionText(), await readTokens()];
  const names = { "the access token": accessToken, "the refresh token": refreshToken };
  const found = Object.entries(names).flatMap(([name, token]) =>
    token && json.includes(token) ? [name] : [],
  );
  return found.length === 0
    ? holds("/api/auth/session answered without a token.")
    : fails(`/api/auth/session answered with ${found.join(" and ")} in it.`);
}

/** A script cannot read the cookie's flags; that it does not see the cookie at all is the flag that matters most. */
export async function oneLifetime(): Promise<Finding> {
  await signIn(ask, userOf("ada"));
  const { session } = await readTokens();
  if (document.cookie.includes("session-token")) return fails("A script on this page can read the cookie.");
  const { exp } = claimsSchema.parse(session?.claims);
  const { expires } = sessionSchema.parse(JSON.parse(await sessionText()));
  const days = Math.round((exp - Date.parse(expires ?? "") / 1000) / DAY_SECONDS);
  return days === 0
    ? holds("No script sees the cookie, and both lifetimes end together.")
    : fails(`No script sees the cookie, but the token inside lives ${days} days longer than it.`);
}

export async function roleNotRaised(): Promise<Finding> {
  await signIn(ask, userOf("grace"));
  await update({ role: "admin", user: { role: "admin" } });
  const { session } = await readTokens();
  const { role } = claimsSchema.parse(session?.claims);
  const found = `After update({ role: "admin" }), Grace’s cookie says ${role ?? "no role"}.`;
  return role === "admin" ? fails(found) : holds(found);
}
