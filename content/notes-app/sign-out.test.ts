import { expect, test, vi } from "vitest";
import { revokesAndAsks } from "@/content/lessons/signing-out/variants/revokes-and-asks";
import { BackendError } from "@/lib/backend/errors";
import { type BackendCall, currentLab, runInLab } from "@/lib/lab/server/context";
import { record } from "@/lib/lab/server/record";
import type { RefreshPiece } from "./pieces";
import { SessionEnded } from "./session-ended";
import { endSession, requireAlive, watched } from "./sign-out";

vi.mock("@/lib/lab/server/record", async (load) => ({ ...(await load<object>()), record: vi.fn() }));

const inCookie: RefreshPiece = { jwt: async (token) => token };
const over = { name: "Ada", error: "RefreshTokenError" } as const;

test("a session that has been ended is nobody", async () => {
  const piece = { isAlive: async () => false };
  await expect(requireAlive(piece, inCookie, {})).rejects.toBeInstanceOf(SessionEnded);
});

test("a session that was struck off is over, although it carries an error as well", async () => {
  const piece = { isAlive: async () => false };
  await expect(requireAlive(piece, inCookie, over)).rejects.toBeInstanceOf(SessionEnded);
});

test("a session that the backend refused to refresh is left to the page, whose error can say why", async () => {
  await expect(requireAlive(revokesAndAsks, inCookie, over)).resolves.toBeUndefined();
});

test("a store of tokens forgets the session although the backend did not hear of the sign-out", async () => {
  const forget = vi.fn(async () => {});
  const signOut = async () => {
    throw new BackendError("unavailable");
  };
  await expect(endSession({ signOut }, { ...inCookie, signOut: forget }, {})).rejects.toThrow();
  expect(forget).toHaveBeenCalledTimes(1);
});

/** @returns the names of what was recorded of a sign-out whose one call was answered with this status */
async function recordedOf(call: Omit<BackendCall, "method">): Promise<string[]> {
  vi.mocked(record).mockClear();
  const lab = { id: "lab", offsetSeconds: 0, surface: "sign-out" } as const;
  await runInLab(lab, () => watched(async () => void currentLab()?.calls?.push({ method: "POST", ...call })));
  return vi
    .mocked(record)
    .mock.calls.flat()
    .map(({ name }) => name);
}

test.each([0, 200, 302, 401, 403, 404, 429, 500, 503])(
  "a revocation answered with %i is unheard",
  async (status) => {
    expect(await recordedOf({ path: "/v1/auth/logout", status })).toEqual(["revocation.unheard"]);
  },
);

test("a revocation answered with 204 is heard", async () => {
  expect(await recordedOf({ path: "/v1/auth/logout", status: 204 })).toEqual([]);
});
