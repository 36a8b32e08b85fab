import type { JWT } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { BackendError, type BackendErrorCode } from "@/lib/backend/errors";
import { revokeTokens } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { runInLab } from "@/lib/lab/server/context";
import { codesOtherThanRefused } from "@/test-doubles/backend-error-codes";
import { sessionList } from "./session-list";

vi.mock("@/lib/backend/tokens");
/** What is to run once a response has been sent. */
const afterwards = vi.hoisted<(() => Promise<void>)[]>(() => []);
vi.mock("next/server", () => ({ after: (work: () => Promise<void>) => afterwards.push(work) }));

const ACCESS_SECONDS = 900;
const DAY_SECONDS = 24 * 60 * 60;

let labs = 0;
let signIns = 0;

/** Each test has stores of its own. @param offsetSeconds how far the lab's clock is ahead */
function inLab<T>(work: () => Promise<T>, offsetSeconds = 0): Promise<T> {
  return runInLab({ id: `lab ${labs}`, offsetSeconds, surface: "route-handler" }, work);
}

async function signIn(sub: string): Promise<JWT> {
  signIns += 1;
  const tokens = { accessExpiresAt: now() + ACCESS_SECONDS, refreshToken: `R1 of ${signIns}` };
  return (await sessionList.begin?.({ sub, ...tokens })) ?? {};
}

/** Signs somebody in, and lets run what waits for the end of that response. */
async function signInAndAfter(sub: string): Promise<void> {
  afterwards.length = 0;
  await signIn(sub);
  for (const work of afterwards.splice(0)) await work();
}

function later(session: JWT, refreshToken: string): JWT {
  return { ...session, refreshToken, accessExpiresAt: (session.accessExpiresAt ?? 0) + ACCESS_SECONDS };
}

const revoked = () => vi.mocked(revokeTokens).mock.calls.map(([token]) => token);
const failWith = (code: BackendErrorCode) =>
  vi.mocked(revokeTokens).mockRejectedValue(new BackendError(code));
const recover = () => vi.mocked(revokeTokens).mockReset().mockResolvedValue();

beforeEach(() => {
  labs += 1;
  afterwards.length = 0;
  recover();
});

test("a session ends where it is signed out, and the user's others go on", () =>
  inLab(async () => {
    const [here, there] = [await signIn("user-one"), await signIn("user-one")];
    await sessionList.signOut?.(here);
    expect(await sessionList.isAlive?.(here)).toBe(false);
    expect(await sessionList.isAlive?.(there)).toBe(true);
    expect(revoked()).toEqual([here.refreshToken]);
  }));

test("a cookie without an id is none of ours", async () => {
  expect(await sessionList.isAlive?.({ sub: "user-one" })).toBe(false);
});

test("everywhere is all of the user's, and nobody else's", () =>
  inLab(async () => {
    const [one, two] = [await signIn("user-two"), await signIn("user-two")];
    const other = await signIn("user-three");
    await sessionList.signOutEverywhere?.(one);
    expect(await sessionList.isAlive?.(one)).toBe(false);
    expect(await sessionList.isAlive?.(two)).toBe(false);
    expect(await sessionList.isAlive?.(other)).toBe(true);
    expect(revoked()).toHaveLength(2);
  }));

test.each(["refused", ...codesOtherThanRefused] as const)(
  "what the backend answers with %s is told again, and forgotten after its yes only",
  (code) =>
    inLab(async () => {
      const session = await signIn("user-four");
      failWith(code);
      await sessionList.signOut?.(session);
      expect(await sessionList.isAlive?.(session)).toBe(false);
      await signInAndAfter("user-five");
      expect(revoked()).toEqual([session.refreshToken, session.refreshToken]);
      recover();
      await signInAndAfter("user-five");
      await signInAndAfter("user-five");
      expect(revoked()).toEqual([session.refreshToken]);
    }),
);

test("a sign-in asks the backend nothing of others' sign-outs before its own response has been sent", () =>
  inLab(async () => {
    const session = await signIn("user-six");
    failWith("unavailable");
    await sessionList.signOut?.(session);
    vi.mocked(revokeTokens).mockReset();
    await signIn("user-seven");
    expect(revoked()).toEqual([]);
    expect(afterwards.length).toBeGreaterThan(0);
  }));

test("a sign-out tells of itself, and not of others", () =>
  inLab(async () => {
    const [one, two] = [await signIn("user-one"), await signIn("user-two")];
    failWith("unavailable");
    await sessionList.signOut?.(one);
    recover();
    await sessionList.signOut?.(two);
    expect(revoked()).toEqual([two.refreshToken]);
  }));

test("one works on the outbox at a time: a slow backend gets one call", () =>
  inLab(async () => {
    for (const sub of ["user-one", "user-two"]) {
      failWith("unavailable");
      await sessionList.signOut?.(await signIn(sub));
    }
    afterwards.length = 0;
    let answer = () => {};
    vi.mocked(revokeTokens)
      .mockReset()
      .mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    for (const sub of ["user-three", "user-four", "user-five"]) await signIn(sub);
    const working = Promise.all(afterwards.splice(0).map((work) => work()));
    await vi.waitFor(() => expect(revoked()).toHaveLength(1));
    answer();
    await vi.waitFor(() => expect(revoked()).toHaveLength(2));
    answer();
    await working;
    expect(new Set(revoked()).size).toBe(2);
  }));

test("a token that always fails holds up no other", () =>
  inLab(async () => {
    failWith("unavailable");
    const good = await signIn("user-good");
    await sessionList.signOut?.(good);
    const bad = await signIn("user-bad");
    await sessionList.signOut?.(bad);
    vi.mocked(revokeTokens)
      .mockReset()
      .mockImplementation(async (token) => {
        if (token === bad.refreshToken) throw new BackendError("unavailable");
      });
    await signInAndAfter("user-one");
    await signInAndAfter("user-two");
    expect(revoked().filter((token) => token === good.refreshToken)).toHaveLength(1);
  }));

test("the outbox keeps a hundred, and says how many it gave up", () =>
  inLab(async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    failWith("unavailable");
    for (let count = 0; count < 103; count += 1) await sessionList.signOut?.(await signIn("user-busy"));
    expect(warn.mock.calls.flat().join()).toMatch(/refresh tokens given up/);
    recover();
    await signInAndAfter("user-one");
    expect(revoked()).toHaveLength(100);
    warn.mockRestore();
  }));

test("what is older than any refresh token is not told any more, and that is said", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  failWith("unavailable");
  await inLab(async () => sessionList.signOut?.(await signIn("user-old")));
  recover();
  await inLab(() => signInAndAfter("user-one"), 91 * DAY_SECONDS);
  expect(revoked()).toEqual([]);
  expect(warn.mock.calls.flat().join()).toMatch(/expired before they could be revoked/);
  warn.mockRestore();
});

test("a stale tab's older token does not take the place of the newest", () =>
  inLab(async () => {
    const first = await signIn("user-one");
    const newest = later(first, "R2");
    await sessionList.isAlive?.(newest);
    await sessionList.isAlive?.(first);
    await sessionList.signOut?.(first);
    expect(revoked()).toEqual(["R2"]);
  }));

test("a reading that is under way while the session ends does not bring it back", () =>
  inLab(async () => {
    // Wherever the two meet.
    for (let head = 0; head < 15; head += 1) {
      const first = await signIn("user-one");
      const ending = sessionList.signOut?.(first);
      for (let turn = 0; turn < head; turn += 1) await null;
      await Promise.all([ending, sessionList.isAlive?.(later(first, "R2"))]);
      expect(await sessionList.isAlive?.(first), `the reading began ${head} turns later`).toBe(false);
    }
  }));
