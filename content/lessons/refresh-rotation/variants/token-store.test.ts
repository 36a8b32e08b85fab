import { beforeEach, expect, test, vi } from "vitest";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens, revokeTokens, type TokenPair } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { memoryTokenStore, tokenStore } from "./token-store";

vi.mock("@/lib/backend/tokens");

let signIns = 0;

function signedIn(accessExpiresAt = now() + 900) {
  signIns += 1;
  return tokenStore.jwt({
    name: "Ada",
    accessToken: "A1",
    accessExpiresAt,
    refreshToken: `R1 of ${signIns}`,
  });
}

beforeEach(() => {
  vi.mocked(revokeTokens).mockReset().mockResolvedValue();
  vi.mocked(refreshTokens)
    .mockReset()
    .mockImplementation(async () => ({
      accessToken: "A2",
      accessExpiresAt: now() + 900,
      refreshToken: "R2",
    }));
});

test("the cookie is left with an id and no token", async () => {
  const token = await signedIn();
  expect(token).toEqual({ name: "Ada", tokensId: expect.any(String) });
  expect(await tokenStore.tokens?.(token)).toMatchObject({ accessToken: "A1" });
});

test("tokens that come again, because a cookie could not be written, meet the session that they began", async () => {
  const handed = { accessToken: "A1", accessExpiresAt: now() - 1, refreshToken: "R1 twice" };
  const first = await tokenStore.jwt({ ...handed });
  const again = await tokenStore.jwt({ ...handed });
  expect(again.tokensId).toBe(first.tokensId);
  expect(await tokenStore.tokens?.(again)).toMatchObject({ refreshToken: "R2" });
  expect(refreshTokens).toHaveBeenCalledTimes(1);
});

test("five that ask at once after expiry wait for one refresh", async () => {
  const token = await signedIn(now() + 10);
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
  const all = await Promise.all(Array.from({ length: 5 }, () => tokenStore.jwt(token)));
  vi.useRealTimers();
  expect(refreshTokens).toHaveBeenCalledTimes(1);
  expect(all).toEqual(Array(5).fill(token));
});

test("a refusal ends the session, an outage does not", async () => {
  vi.mocked(refreshTokens).mockRejectedValueOnce(new BackendError("unavailable"));
  const token = await signedIn(now() - 1);
  expect(token.error).toBeUndefined();
  vi.mocked(refreshTokens).mockRejectedValueOnce(new BackendError("refused"));
  expect((await tokenStore.jwt(token)).error).toBe("RefreshTokenError");
  expect(await tokenStore.tokens?.(token)).toBeUndefined();
});

test("sign-out revokes and forgets: a copy of the cookie stands for nothing", async () => {
  const token = await signedIn();
  await tokenStore.signOut?.(token);
  expect(revokeTokens).toHaveBeenCalledWith(`R1 of ${signIns}`);
  expect((await tokenStore.jwt(token)).error).toBe("RefreshTokenError");
});

test("a refresh that is under way does not bring a session back after sign-out", async () => {
  const token = await signedIn(now() + 10);
  let answer = (_tokens: TokenPair) => {};
  vi.mocked(refreshTokens).mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
  const reading = tokenStore.jwt(token);
  await vi.waitFor(() => expect(refreshTokens).toHaveBeenCalled());
  const leaving = tokenStore.signOut?.(token);
  answer({ accessToken: "A2", accessExpiresAt: now() + 900, refreshToken: "R2" });
  await Promise.all([reading, leaving]);
  vi.useRealTimers();
  expect(await tokenStore.tokens?.(token)).toBeUndefined();
  expect(revokeTokens).toHaveBeenCalledWith("R2");
});

test("the store keeps so many sessions and no more, the least recently used goes first", async () => {
  const store = memoryTokenStore(2);
  const pair = { accessToken: "A", accessExpiresAt: 0, refreshToken: "R" };
  await store.set("one", pair);
  await store.set("two", pair);
  await store.get("one");
  await store.set("three", pair);
  expect(await store.get("two")).toBeUndefined();
  expect(await store.get("one")).toEqual(pair);
});

test("a lock passes on after a failure", async () => {
  const store = memoryTokenStore(2);
  const order: string[] = [];
  const failing = store.locked("one", async () => {
    order.push("first");
    throw new Error("no");
  });
  const next = store.locked("one", async () => order.push("second"));
  await expect(failing).rejects.toThrow("no");
  await next;
  expect(order).toEqual(["first", "second"]);
});
