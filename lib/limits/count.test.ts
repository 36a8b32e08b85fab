import { afterEach, expect, test, vi } from "vitest";
import { CLIENT_ADDRESS_HEADER } from "@/lib/server/client-address";
import { countAgainst } from "./count";
import { isOwnMachine } from "./own-machine";
import { markOwnRequest } from "./own-request";
import { TooManyRequests, tooManyRequests } from "./too-many-requests";
import { type LimitName, windows } from "./windows";

afterEach(() => vi.unstubAllEnvs());

const from = (address: string) => new Headers({ [CLIENT_ADDRESS_HEADER]: address });

/** @returns how many of so many requests were let through, and the refusal of the others */
async function flood(limit: LimitName, headers: Headers, requests: number) {
  let passed = 0;
  let refusal: TooManyRequests | undefined;
  for (let count = 0; count < requests; count += 1) {
    try {
      await countAgainst(limit, headers);
      passed += 1;
    } catch (error) {
      if (!(error instanceof TooManyRequests)) throw error;
      refusal = error;
    }
  }
  return { passed, refusal };
}

test("of ten thousand labs from one address, 120 are made in the first minute, and another address makes its own", async () => {
  const { passed, refusal } = await flood("labs", from("203.0.113.7"), 10_100);
  expect(passed).toBe(120);
  expect(refusal?.retryAfterSeconds).toBeGreaterThan(50);
  expect((await flood("labs", from("203.0.113.8"), 1)).passed).toBe(1);
});

test.each([
  ["labs", 2],
  ["sign-ins", 4],
  ["attacks", 10],
] as const)("a class of sixty behind one address has %s for each, %i a minute", async (limit, each) => {
  const { passed } = await flood(limit, from("198.51.100.1"), 60 * each);
  expect(passed).toBe(60 * each);
  expect((await flood(limit, from("198.51.100.1"), 1)).passed).toBe(0);
});

test("labs have an hour's limit as well", () => {
  expect(windows.labs).toContainEqual({ most: 1_000, seconds: 3_600 });
});

test("this machine's own user is not limited; behind a proxy, on a public site or when it is asked for, everybody is", async () => {
  expect((await flood("labs", from("127.0.0.1"), 130)).passed).toBe(130);
  expect((await flood("labs", from("::1"), 130)).passed).toBe(130);
  vi.stubEnv("LIMIT_LOOPBACK", "1");
  expect((await flood("labs", from("127.0.0.1"), 130)).passed).toBe(120);
  const local = { isPublic: false, trustedProxies: [], limitsLoopback: false };
  const rule = (address: string, change = {}) => isOwnMachine(address, { ...local, ...change });
  expect([rule("127.0.0.1"), rule("127.8.9.1"), rule("::1")]).toEqual([true, true, true]);
  expect([rule("192.0.2.1"), rule("2001:db8::/64"), rule("unknown")]).toEqual([false, false, false]);
  expect(rule("127.0.0.1", { isPublic: true })).toBe(false);
  expect(rule("127.0.0.1", { trustedProxies: ["loopback"] })).toBe(false);
});

test("a request without an address counts as unknown", async () => {
  expect((await flood("labs", new Headers(), 121)).passed).toBe(120);
});

test("what the server sends for somebody is counted where it was asked for; the mark cannot be guessed", async () => {
  const own = from("192.0.2.9");
  markOwnRequest(own);
  expect((await flood("sign-ins", own, 300)).passed).toBe(300);
  own.set("x-own-request", "guessed");
  expect((await flood("sign-ins", own, 300)).passed).toBe(240);
});

test("a refusal is 429 with its code, a sentence and when to come back; a page's is the sentence", async () => {
  const refusal = new TooManyRequests("labs", 42);
  const answer = tooManyRequests(refusal);
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([429, "42"]);
  expect(await answer.json()).toEqual({
    error: "too_many_requests",
    error_description: "Too many labs were made from your address. Try again in 42 s.",
  });
  const page = tooManyRequests(refusal, { headers: new Headers({ accept: "text/html,*/*" }) });
  expect([page.status, page.headers.get("Retry-After")]).toEqual([429, "42"]);
  expect(await page.text()).toBe("Too many labs were made from your address. Try again in 42 s.");
});
