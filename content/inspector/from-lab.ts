import { type JwkSet, jwksSchema } from "@/lib/inspect/algorithms";
import { hasLab } from "@/lib/lab/client/lab-flag";
import { asProblem } from "@/lib/lab/client/problem";
import { type Fetch, send } from "@/lib/lab/client/request";
import { labKeysPath } from "@/lib/lab/client/signature";
import { clockSchema, labTokensSchema, type TokenKind } from "@/lib/lab/schemas";

type Answer<T> = { value: T } | { problem: string };

const here: Fetch = (path, init) => fetch(path, init);

/** Calls the learner's own lab. The inspector makes no lab: a browser without one gets a sentence. */
async function ask<T>(work: () => Promise<T>): Promise<Answer<T>> {
  if (!hasLab()) {
    return { problem: "This browser has no lab yet. A lesson’s lab makes one as soon as you start it." };
  }
  try {
    return { value: await work() };
  } catch (thrown) {
    return { problem: asProblem(thrown).message };
  }
}

const missing: Record<TokenKind, string> = {
  session: "You are not signed in: this browser has no session cookie.",
  access: "You are not signed in, or your session holds no access token.",
  refresh: "You are not signed in, or your session holds no refresh token.",
};

/** One token of the learner's own session. */
export async function labToken(kind: TokenKind): Promise<Answer<string>> {
  const answer = await ask(() => send(here, { method: "GET", path: "/api/lab/tokens" }, labTokensSchema));
  if ("problem" in answer) return answer;
  const { session, accessToken, refreshToken } = answer.value;
  const value = { session: session?.raw ?? null, access: accessToken, refresh: refreshToken }[kind];
  return value === null ? { problem: missing[kind] } : { value };
}

/** The lab's clock minus this device's clock, in ms. */
export async function labSkewMs(): Promise<Answer<number>> {
  return ask(async () => {
    const clock = await send(here, { method: "GET", path: "/mock-backend/lab/clock" }, clockSchema);
    return Math.round((clock.now - Date.now()) / 1000) * 1000;
  });
}

/** The public keys that the lab's backend publishes. */
export async function labKeys(): Promise<Answer<JwkSet>> {
  return ask(() => send(here, { method: "GET", path: labKeysPath }, jwksSchema));
}
