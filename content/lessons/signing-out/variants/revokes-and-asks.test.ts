import { beforeEach, expect, test, vi } from "vitest";
import { BackendError } from "@/lib/backend/errors";
import { whoAmI } from "@/lib/backend/users";
import { now } from "@/lib/lab/clock";
import { codesOtherThanRefused } from "@/test-doubles/backend-error-codes";
import { revokesAndAsks } from "./revokes-and-asks";

vi.mock("@/lib/backend/users");

const held = { accessToken: "A1", refreshToken: "R1" };

beforeEach(() => {
  vi.mocked(whoAmI).mockReset();
});

test("a session whose access token has expired is not asked about: a 401 would say nothing", async () => {
  vi.mocked(whoAmI).mockRejectedValue(new BackendError("refused"));
  expect(await revokesAndAsks.isAlive?.({ ...held, accessExpiresAt: now() - 1 })).toBe(true);
  expect(whoAmI).not.toHaveBeenCalled();
});

test("the backend's no about a token that lives ends the session, and nothing else does", async () => {
  const token = { ...held, accessExpiresAt: now() + 60 };
  expect(codesOtherThanRefused).toHaveLength(6);
  for (const code of codesOtherThanRefused) {
    vi.mocked(whoAmI).mockRejectedValueOnce(new BackendError(code));
    expect(await revokesAndAsks.isAlive?.(token), code).toBe(true);
  }
  vi.mocked(whoAmI).mockRejectedValueOnce(new BackendError("refused"));
  expect(await revokesAndAsks.isAlive?.(token)).toBe(false);
});
