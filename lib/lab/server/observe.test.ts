import type { AuthOptions } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runInLab } from "./context";
import type { AppEvent } from "./control";
import { observeAuth, type TokensBehind } from "./observe";

const pair = { accessToken: "a-1", refreshToken: "r-1", accessExpiresAt: 4_000_000_000 };
let events: AppEvent[] = [];

beforeEach(() => {
  events = [];
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    events.push(...JSON.parse(String(init.body)));
    return Response.json({ seq: 1 });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** What the lab is told of the Next server's tokens when a `jwt` callback runs. */
async function told(jwt: (token: JWT) => JWT, given: JWT, behind: TokensBehind = async (token) => token) {
  const options: AuthOptions = { providers: [], callbacks: { jwt: async ({ token }) => jwt(token) } };
  const observed = observeAuth(options, behind).callbacks?.jwt;
  const lab = { id: "a-lab", offsetSeconds: 0, surface: "session-endpoint" } as const;
  await runInLab(lab, async () =>
    observed?.({ token: given, user: { id: "ada", role: "admin" }, account: null, trigger: "signIn" }),
  );
  return events.find(({ name }) => name === "jwt.ran")?.holds;
}

const nothing = { holder: "next", accessToken: null, refreshToken: null };

test("a callback that writes into the token it was given leaves the tokens in the cookie", async () => {
  const writesIntoIt = (token: JWT) => Object.assign(token, pair);
  // As without a store: the tokens behind a session are those in a copy of it.
  const behind: TokensBehind = async (token) => ({ ...token });
  expect(await told(writesIntoIt, { name: "Ada" }, behind)).toEqual(nothing);
});

test("a callback that moves the tokens elsewhere leaves them with the Next server", async () => {
  const movesThem = ({ accessToken, refreshToken, accessExpiresAt, ...rest }: JWT) => ({
    ...rest,
    tokensId: "kept",
  });
  const behind: TokensBehind = async (token) => ({ ...token, ...(token.tokensId && pair) });
  const kept = { holder: "next", accessToken: "a-1", refreshToken: "r-1" };
  expect(await told(movesThem, { name: "Ada", ...pair }, behind)).toEqual(kept);
});

test("a callback that goes by the cookie says that the Next server keeps nothing", async () => {
  expect(await told((token) => token, { name: "Ada", ...pair })).toEqual(nothing);
});
