import { expect, test, vi } from "vitest";
import { login } from "../lib/backend";
import { stubBackend } from "./stub-backend";
import { misplaced, noVerdicts } from "./verdicts";

const backend = stubBackend();
const user = { id: "user-ada", name: "Ada", role: "admin" };

function attempt(): Promise<unknown> {
  return login("ada@example.com", "analytical-engine").then(
    () => "signed in",
    (error) => error.code,
  );
}

test.each([400, 401, 403])("%i invalid_credentials is a wrong password", async (status) => {
  backend.answer({ status, body: { error: "invalid_credentials" } });
  expect(await attempt()).toBe("refused");
});

test.each([
  ...noVerdicts,
  ...misplaced("invalid_credentials"),
  ["invalid_grant", { status: 400, body: { error: "invalid_grant" } }] as const,
])("%s says nothing about the password", async (_name, reply) => {
  backend.answer(reply);
  expect(await attempt()).toBe("unavailable");
  expect(backend.calls(), "a redirect is not followed").toEqual(["POST /v1/auth/login"]);
});

test.each([
  ["30", 30],
  [new Date(Date.now() + 90_000).toUTCString(), expect.closeTo(90, -1)],
  ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
  ["Sunday, 06-Nov-94 08:49:37 GMT", 0],
  ["Sun Nov  6 08:49:37 1994", 0],
  ["-5", undefined],
  ["1.5", undefined],
  ["soon", undefined],
  ["999999999999", undefined],
  [undefined, undefined],
])("429 is a lockout, whatever its body says; Retry-After %s", async (retryAfter, seconds) => {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": retryAfter };
  backend.answer({ status: 429, headers, body: { error: "invalid_credentials" } });
  const error = await login("ada@example.com", "wrong").catch((error) => error);
  expect(error).toMatchObject({ code: "locked-out" });
  expect(error.retryAfterSeconds).toEqual(seconds);
});

test("the tokens and the user are kept; what could not be read of the tokens is said without any of them", async () => {
  const said = vi.spyOn(console, "warn").mockImplementation(() => {});
  backend.answer({ body: { user, access_token: 7, expires_in: "soon", refresh_token: "secret-R1" } });
  expect(await login("ada@example.com", "analytical-engine")).toEqual({
    user,
    tokens: { access: null, refreshToken: "secret-R1" },
  });
  expect(said).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(said.mock.calls)).toMatch(/access_token.*expires_in/);
  expect(JSON.stringify(said.mock.calls)).not.toContain("secret");
  said.mockRestore();
});

test("a reply that names no user is no sign-in", async () => {
  backend.answer({ body: { access_token: "A1", expires_in: 900, refresh_token: "R1" } });
  expect(await attempt()).toBe("unavailable");
});
