import { expect, test, vi } from "vitest";
import { authOptions } from "../lib/auth";
import { tokenStore } from "../lib/token-store";
import { stubBackend } from "./stub-backend";

const backend = stubBackend();
const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
const user = { id: "user-ada", name: "Ada", role: "admin" };

/** What next-auth calls: the provider keeps what it was given under `options`. */
async function authorize(fields: Record<string, string>): Promise<unknown> {
  const [provider] = authOptions.providers;
  if (provider?.options?.authorize === undefined) throw new Error("There is no provider.");
  return provider.options.authorize(fields, {});
}

const right = { email: "ada@example.com", password: "secret-password" };

test("tokens go to the store: the cookie names them and the session does not", async () => {
  backend.answer({ body: { user, access_token: "A1", expires_in: 900, refresh_token: "R1" } });
  const signedIn = await authorize(right);
  const token = await authOptions.callbacks?.jwt?.({ token: {}, user: signedIn } as never);
  expect(token).toEqual({ name: "Ada", role: "admin", tokensId: expect.any(String) });
  expect(tokenStore.get(String(token?.tokensId))).toMatchObject({ refreshToken: "R1" });
  const session = await authOptions.callbacks?.session?.({ session: { expires: "x" }, token } as never);
  expect(session).toEqual({ expires: "x", user: { name: "Ada", role: "admin" } });
});

test("only the backend's own no is a wrong password", async () => {
  backend.answer({ status: 401, body: { error: "invalid_credentials" } });
  expect(await authorize(right)).toBeNull();
  backend.answer({ status: 401, body: { error: "invalid_client" } });
  await expect(authorize(right)).rejects.toThrow(/^Unavailable$/);
  backend.answer({ status: 429, headers: { "Retry-After": "17" }, body: { error: "too_many_attempts" } });
  await expect(authorize(right)).rejects.toThrow(/^LockedOut:17$/);
  expect(JSON.stringify(warn.mock.calls)).toContain("401 invalid_client");
  expect(JSON.stringify(warn.mock.calls)).not.toContain("secret");
});

test("what the backend would never accept is not sent, and what it would is", async () => {
  backend.answer({ status: 401, body: { error: "invalid_credentials" } });
  expect(await authorize({ ...right, password: "x".repeat(257) })).toBeNull();
  expect(await authorize({ ...right, email: "" })).toBeNull();
  expect(backend.requests).toEqual([]);
  await authorize({ email: "ada@intranet", password: "x".repeat(256) });
  expect(backend.calls()).toEqual(["POST /v1/auth/login"]);
});

test("another error's message never reaches the address", async () => {
  vi.stubEnv("BACKEND_URL", "secret");
  await expect(authorize(right)).rejects.toThrow(/^Unavailable$/);
  vi.stubEnv("BACKEND_URL", backend.url);
});
