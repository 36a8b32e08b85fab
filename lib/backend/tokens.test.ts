import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { now } from "@/lib/lab/clock";
import { answeringBackend } from "@/test-doubles/backend-answers";
import { BackendError, type BackendErrorCode } from "./errors";
import { deleteNote, listNotes } from "./notes";
import { ASSUMED_LIFETIME_SECONDS } from "./token-reply";
import { refreshTokens, revokeTokens, usableAccessToken } from "./tokens";

const backend = answeringBackend();
const pair = { access_token: "A2", expires_in: 900, refresh_token: "R2" };

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "fine",
    (error: unknown) => (error instanceof BackendError ? error.code : String(error)),
  );
}

const refusals: [status: number, body: string | object, meaning: BackendErrorCode][] = [
  [400, { error: "invalid_grant" }, "refused"],
  [401, { error: "invalid_grant" }, "refused"],
  [403, { error: "invalid_grant", error_description: "Unknown or invalid refresh token." }, "refused"],
  [400, { error: "invalid_request" }, "misconfigured"],
  [401, { error: "invalid_client" }, "misconfigured"],
  [400, { error: "invalid_client" }, "misconfigured"],
  [400, { error: "unauthorized_client" }, "misconfigured"],
  [400, { error: "unsupported_grant_type" }, "misconfigured"],
  [400, { error: "invalid_scope" }, "misconfigured"],
  [401, { error: "invalid_credentials" }, "unavailable"],
  [401, { error: "invalid_token" }, "unavailable"],
  [400, { error: "constructor" }, "unavailable"],
  [401, { error: "toString" }, "unavailable"],
  [404, { error: "__proto__" }, "unavailable"],
  [400, { error: ["invalid_grant"] }, "unavailable"],
  [400, "invalid_grant", "unavailable"],
  [400, "", "unavailable"],
  [401, "", "unavailable"],
  [403, "<html>Forbidden</html>", "unavailable"],
  [404, { error: "not_found" }, "not-found"],
  [404, "", "unavailable"],
  [404, { error: "invalid_grant" }, "unavailable"],
  [409, { error: "already_rotated" }, "unavailable"],
  [410, "", "unavailable"],
  [425, "", "unavailable"],
  [429, "", "locked-out"],
  [429, { error: "invalid_grant" }, "locked-out"],
  [500, { error: "invalid_grant" }, "unavailable"],
  [502, "<html>Bad Gateway</html>", "unavailable"],
  [503, { error: "temporarily_unavailable" }, "unavailable"],
  [200, { error: "invalid_grant" }, "malformed"],
  [200, "<html>Sign in to the network</html>", "malformed"],
  [200, "[]", "malformed"],
  [200, "null", "malformed"],
  [200, "", "malformed"],
  [204, "", "malformed"],
];

test.each(refusals)("a refresh that is answered %i %j is %s", async (status, body, meaning) => {
  backend.answer({ status, body });
  expect(await outcome(refreshTokens("R1"))).toBe(meaning);
});

test.each([301, 302, 303, 307, 308])(
  "a %i is not followed: the refresh token goes nowhere else",
  async (status) => {
    backend.answer({ status, headers: { Location: "/elsewhere" }, body: pair });
    expect(await outcome(refreshTokens("R1"))).toBe("unavailable");
    expect(backend.asked.map(({ path }) => path)).toEqual(["/v1/auth/refresh"]);
  },
);

test("Retry-After is read as seconds and as a date", async () => {
  backend.answer({ status: 429, headers: { "Retry-After": "7" } });
  await expect(refreshTokens("R1")).rejects.toMatchObject({ retryAfterSeconds: 7 });
  backend.answer({ status: 429, headers: { "Retry-After": new Date(Date.now() + 90_500).toUTCString() } });
  await expect(refreshTokens("R1")).rejects.toMatchObject({ retryAfterSeconds: expect.closeTo(90, -0.5) });
  backend.answer({ status: 429, headers: { "Retry-After": "soon" } });
  await expect(refreshTokens("R1")).rejects.toMatchObject({ retryAfterSeconds: undefined });
});

test.each([
  ["as the RFC has it", pair, { accessToken: "A2", lifetime: 900, refreshToken: "R2" }],
  [
    "without expires_in",
    { ...pair, expires_in: undefined },
    { lifetime: ASSUMED_LIFETIME_SECONDS, refreshToken: "R2" },
  ],
  ["expires_in as text", { ...pair, expires_in: "900" }, { lifetime: 900, refreshToken: "R2" }],
  ["expires_in with a fraction", { ...pair, expires_in: 899.5 }, { lifetime: 899, refreshToken: "R2" }],
  [
    "expires_in null",
    { ...pair, expires_in: null },
    { lifetime: ASSUMED_LIFETIME_SECONDS, refreshToken: "R2" },
  ],
  [
    "expires_in in words",
    { ...pair, expires_in: "soon" },
    { lifetime: ASSUMED_LIFETIME_SECONDS, refreshToken: "R2" },
  ],
  ["expires_in zero", { ...pair, expires_in: 0 }, { lifetime: ASSUMED_LIFETIME_SECONDS, refreshToken: "R2" }],
  [
    "expires_in negative",
    { ...pair, expires_in: -5 },
    { lifetime: ASSUMED_LIFETIME_SECONDS, refreshToken: "R2" },
  ],
  [
    "expires_in an instant",
    { ...pair, expires_in: 1.8e12 },
    { lifetime: ASSUMED_LIFETIME_SECONDS, refreshToken: "R2" },
  ],
  ["without a refresh token", { ...pair, refresh_token: undefined }, { lifetime: 900, refreshToken: "R1" }],
  ["refresh token null", { ...pair, refresh_token: null }, { lifetime: 900, refreshToken: "R1" }],
  ["refresh token empty", { ...pair, refresh_token: "" }, { lifetime: 900, refreshToken: "R1" }],
  ["refresh token a number", { ...pair, refresh_token: 7 }, { lifetime: 900, refreshToken: "R1" }],
  [
    "without an access token",
    { ...pair, access_token: undefined },
    { accessToken: "", lifetime: 0, refreshToken: "R2" },
  ],
  [
    "with more than was asked for",
    { ...pair, scope: "notes", user: null },
    { lifetime: 900, refreshToken: "R2" },
  ],
])("a reply %s is kept as far as it can be read", async (_name, body, expected) => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  backend.answer({ body });
  const { accessToken, accessExpiresAt, refreshToken } = await refreshTokens("R1");
  const {
    accessToken: access = "A2",
    lifetime,
    refreshToken: refresh,
  } = expected as {
    accessToken?: string;
    lifetime: number;
    refreshToken: string;
  };
  expect({ accessToken, refreshToken }).toEqual({ accessToken: access, refreshToken: refresh });
  expect(accessExpiresAt - now() - lifetime).toBeOneOf([0, -1]);
  expect(JSON.stringify(warn.mock.calls)).not.toMatch(/[AR][12]/);
  warn.mockRestore();
});

test("what could not be used of a reply is said, and what was left out of it need not be", async () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  backend.answer({ body: { ...pair, refresh_token: undefined } });
  await refreshTokens("R1");
  expect(warn).not.toHaveBeenCalled();
  backend.answer({ body: { access_token: [], expires_in: "soon", refresh_token: 7 } });
  expect(await outcome(refreshTokens("R1"))).toBe("malformed");
  backend.answer({ body: { access_token: "A2", expires_in: "soon", refresh_token: 7 } });
  await refreshTokens("R1");
  expect(warn.mock.calls.flat().join("\n")).toMatch(/refresh_token[^\n]*\n[^\n]*expires_in/);
  warn.mockRestore();
});

test("an answer is bounded while it is read, however small it was on the wire", async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, " "));
  let sent = 0;
  backend.handle((_request, response) => {
    response.writeHead(200, { "Content-Encoding": "gzip", "Content-Type": "application/json" });
    response.end(bomb, () => {
      sent += 1;
    });
  });
  const before = process.memoryUsage().arrayBuffers;
  expect(await outcome(refreshTokens("R1"))).toBe("malformed");
  expect(await outcome(listNotes("A1"))).toBe("malformed");
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
  expect(sent).toBeLessThanOrEqual(2);
});

test.each([204, 200])("a sign-out that is answered %i with nothing was heard", async (status) => {
  backend.answer({ status });
  await revokeTokens("R1");
  expect(backend.asked.map(({ body }) => body)).toEqual(['{"refresh_token":"R1"}']);
});

test.each([
  [200, "<html>Sign in to the network</html>", "malformed"],
  [200, { error: "bad" }, "malformed"],
  [302, "", "unavailable"],
  [401, { error: "invalid_client" }, "misconfigured"],
  [401, "", "unavailable"],
  [403, "", "unavailable"],
  [404, "", "unavailable"],
  [429, "", "locked-out"],
  [503, "", "unavailable"],
])("a sign-out that is answered %i %j was not heard: %s", async (status, body, meaning) => {
  backend.answer({ status, body });
  expect(await outcome(revokeTokens("R1"))).toBe(meaning);
});

test("a note is deleted when the backend says so, and not by any 200", async () => {
  backend.answer({ status: 204 });
  await deleteNote("A1", "note-1");
  backend.answer({ body: { error: "bad" } });
  expect(await outcome(deleteNote("A1", "note-1"))).toBe("malformed");
});

test.each([
  [401, { "WWW-Authenticate": 'Bearer realm="api", error="invalid_token"' }, "", "refused"],
  [
    401,
    { "WWW-Authenticate": 'Basic realm="api", Bearer error="invalid_token", error_description="expired"' },
    "",
    "refused",
  ],
  [401, {}, { error: "invalid_token" }, "refused"],
  [401, { "WWW-Authenticate": "Bearer" }, "", "unavailable"],
  [401, {}, "", "unavailable"],
  [401, { "WWW-Authenticate": 'Bearer error_description="invalid_token"' }, "", "unavailable"],
  [403, { "WWW-Authenticate": 'Bearer error="insufficient_scope"' }, "", "forbidden"],
  [403, {}, { error: "insufficient_scope" }, "forbidden"],
  [403, {}, "<html>Forbidden</html>", "unavailable"],
  [400, {}, { error: "invalid_grant" }, "unavailable"],
])("the API's %i %j %j is %s", async (status, headers, body, meaning) => {
  backend.answer({ status, headers, body });
  expect(await outcome(listNotes("A1"))).toBe(meaning);
});

test.each(["local-client-secret", "a+b/c==", "100%sure", "grüße", "%41bc", "with space", "co:lon", "日本"])(
  "the secret %j arrives as it was set (RFC 6749 §2.3.1)",
  async (secret) => {
    vi.stubEnv("BACKEND_CLIENT_SECRET", secret);
    vi.stubEnv("BACKEND_CLIENT_ID", `id of ${secret}`);
    backend.answer({ body: pair });
    await refreshTokens("R1");
    vi.stubEnv("BACKEND_CLIENT_SECRET", "");
    vi.stubEnv("BACKEND_CLIENT_ID", "");
    const [, encoded = ""] = backend.asked[0]?.headers.authorization?.split(" ") ?? [];
    const [id = "", sent = "", ...more] = Buffer.from(encoded, "base64").toString("latin1").split(":");
    const decoded = new URLSearchParams(`id=${id}&secret=${sent}`);
    expect([decoded.get("id"), decoded.get("secret"), more]).toEqual([`id of ${secret}`, secret, []]);
  },
);

test("a token that is known to be expired is not sent", () => {
  expect(usableAccessToken({ accessToken: "A1", accessExpiresAt: now() + 60 })).toBe("A1");
  expect(usableAccessToken({ accessToken: "A1" })).toBe("A1");
  for (const held of [
    { accessToken: "A1", accessExpiresAt: now() },
    { accessToken: "A1", accessExpiresAt: now() - 900 },
    { accessToken: "" },
  ]) {
    expect(() => usableAccessToken(held)).toThrow(expect.objectContaining({ code: "unavailable" }));
  }
});
