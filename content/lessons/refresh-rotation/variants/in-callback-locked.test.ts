import { beforeEach, expect, test, vi } from "vitest";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { inCallbackLocked } from "./in-callback-locked";

vi.mock("@/lib/backend/tokens");

let signIns = 0;

function expired() {
  signIns += 1;
  return { accessToken: "A1", accessExpiresAt: now() - 1, refreshToken: `R1 of ${signIns}` };
}

beforeEach(() => {
  vi.mocked(refreshTokens)
    .mockReset()
    .mockImplementation(async () => ({
      accessToken: "A2",
      accessExpiresAt: now() + 900,
      refreshToken: "R2",
    }));
});

test("whoever comes with the same refresh token gets the one answer, for ten seconds", async () => {
  const token = expired();
  await Promise.all([inCallbackLocked.jwt(token), inCallbackLocked.jwt(token)]);
  expect(await inCallbackLocked.jwt(token)).toMatchObject({ refreshToken: "R2" });
  expect(refreshTokens).toHaveBeenCalledTimes(1);

  vi.useFakeTimers({ now: Date.now() + 11_000, toFake: ["Date"] });
  await inCallbackLocked.jwt(token);
  vi.useRealTimers();
  expect(refreshTokens).toHaveBeenCalledTimes(2);
});

test("a failure is not kept", async () => {
  const token = expired();
  vi.mocked(refreshTokens).mockRejectedValueOnce(new BackendError("unavailable"));
  expect(await inCallbackLocked.jwt(token)).toBe(token);
  expect(await inCallbackLocked.jwt(token)).toMatchObject({ refreshToken: "R2" });
});
