import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { refresh } from "../lib/backend";
import { stubBackend } from "./stub-backend";
import { misplaced, noVerdicts } from "./verdicts";

const backend = stubBackend();
const NOW_SECONDS = 1_800_000_000;
const said = vi.spyOn(console, "warn").mockImplementation(() => {});

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: NOW_SECONDS * 1000 }));
afterEach(() => {
  vi.useRealTimers();
  said.mockClear();
});

test.each([400, 401, 403])("%i invalid_grant is the backend's no", async (status) => {
  backend.answer({ status, body: { error: "invalid_grant" } });
  await expect(refresh("R1")).rejects.toMatchObject({ code: "refused" });
});

test.each([
  ...noVerdicts,
  ...misplaced("invalid_grant"),
  ["invalid_token", { status: 401, body: { error: "invalid_token" } }] as const,
])("%s is no verdict about the refresh token", async (_name, reply) => {
  backend.answer(reply);
  await expect(refresh("R1")).rejects.toMatchObject({ code: "unavailable" });
  expect(backend.calls(), "a redirect is not followed").toEqual(["POST /v1/auth/refresh"]);
});

test("neither is 429, even with the code", async () => {
  backend.answer({ status: 429, body: { error: "invalid_grant" } });
  await expect(refresh("R1")).rejects.toMatchObject({ code: "locked-out" });
});

test.each([
  [900, 900],
  ["900", 900],
  [899.5, 899],
  ["899.5", 899],
  [31_536_000, 31_536_000],
])("expires_in %j is %i seconds", async (expires_in, seconds) => {
  backend.answer({ body: { access_token: "A2", expires_in, refresh_token: "R2" } });
  expect(await refresh("R1")).toEqual({
    access: { token: "A2", expiresAt: NOW_SECONDS + seconds },
    refreshToken: "R2",
  });
  expect(said).not.toHaveBeenCalled();
});

test.each([
  undefined,
  null,
  "",
  "soon",
  0,
  0.4,
  -900,
  "-900",
  1_800_000_900,
  1e300,
  "1e9",
  true,
  [900],
  { s: 1 },
])("expires_in %j cannot be used: 60 seconds are assumed, and the log says so once", async (expires_in) => {
  backend.answer({ body: { access_token: "secret-A2", expires_in, refresh_token: "secret-R2" } });
  expect(await refresh("secret-R1")).toEqual({
    access: { token: "secret-A2", expiresAt: NOW_SECONDS + 60 },
    refreshToken: "secret-R2",
  });
  expect(said.mock.calls).toEqual([[expect.stringMatching(/expires_in \(60 s/)]]);
  expect(JSON.stringify(said.mock.calls)).not.toContain("secret");
});

test.each([undefined, null, ""])("refresh_token %j: the old one goes on", async (refresh_token) => {
  backend.answer({ body: { access_token: "A2", expires_in: 900, refresh_token } });
  expect((await refresh("R1")).refreshToken).toBe("R1");
  expect(said).not.toHaveBeenCalled();
});

test.each([7, {}, "x".repeat(10_000)])(
  "a refresh token that cannot be used is said",
  async (refresh_token) => {
    backend.answer({ body: { access_token: "A2", expires_in: 900, refresh_token } });
    expect((await refresh("R1")).refreshToken).toBe("R1");
    expect(said.mock.calls).toEqual([[expect.stringContaining("refresh_token")]]);
  },
);

test.each([undefined, null, "", 7, "A 2", "A\n2", "Ä2", "x".repeat(10_000)])(
  "access_token %j counts as expired, and the rotated refresh token is kept",
  async (access_token) => {
    backend.answer({ body: { access_token, expires_in: 900, refresh_token: "R2" } });
    expect(await refresh("R1")).toEqual({ access: null, refreshToken: "R2" });
    expect(said.mock.calls).toEqual([[expect.stringContaining("access_token")]]);
  },
);
