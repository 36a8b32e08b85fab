import { expect, test, vi } from "vitest";
import { now } from "@/lib/lab/clock";
import { answeringBackend } from "@/test-doubles/backend-answers";
import { yours as solution } from "../solution";
import { serverSide } from "./server-side";

const backend = answeringBackend();
const form = { email: "ada@example.com", password: "analytical-engine" };
const reply = {
  access_token: "A1",
  expires_in: 900,
  refresh_token: "R1",
  user: { id: "user-ada", name: "Ada Lovelace", email: "ada@example.com", role: "admin" },
};

const pieces = [
  ["server-side", serverSide],
  ["the solution", solution],
] as const;

const answers: [status: number, headers: Record<string, string>, body: string | object, code: string][] = [
  [401, {}, { error: "invalid_credentials" }, "Refused"],
  [400, {}, { error: "invalid_credentials" }, "Refused"],
  [403, {}, { error: "invalid_credentials" }, "Refused"],
  [500, {}, { error: "invalid_credentials" }, "Unavailable"],
  [200, {}, { error: "invalid_credentials" }, "Unavailable"],
  [404, {}, { error: "invalid_credentials" }, "Unavailable"],
  [401, {}, { error: "invalid_client" }, "Unavailable"],
  [400, {}, { error: "invalid_request" }, "Unavailable"],
  [401, {}, { error: "invalid_grant" }, "Unavailable"],
  [401, {}, "", "Unavailable"],
  [400, {}, "", "Unavailable"],
  [403, {}, "<html>Forbidden</html>", "Unavailable"],
  [404, {}, "", "Unavailable"],
  [409, {}, "", "Unavailable"],
  [425, {}, "", "Unavailable"],
  [302, { Location: "/elsewhere" }, reply, "Unavailable"],
  [307, { Location: "/elsewhere" }, reply, "Unavailable"],
  [503, { "Retry-After": "30" }, "", "Unavailable"],
  [503, { "Retry-After": "3" }, { error: "temporarily_unavailable" }, "Busy:3"],
  [503, { "Retry-After": "0" }, { error: "temporarily_unavailable" }, "Busy:1"],
  [503, { "Retry-After": "61" }, { error: "temporarily_unavailable" }, "Unavailable"],
  [503, { "Retry-After": "soon" }, { error: "temporarily_unavailable" }, "Unavailable"],
  [503, {}, { error: "temporarily_unavailable" }, "Unavailable"],
  [503, { "Retry-After": "3" }, { error: "server_error" }, "Unavailable"],
  [502, { "Retry-After": "3" }, { error: "temporarily_unavailable" }, "Unavailable"],
  [429, { "Retry-After": "30" }, { error: "too_many_attempts" }, "LockedOut:30"],
  [429, { "Retry-After": "0" }, "", "LockedOut:1"],
  [429, { "Retry-After": "999999" }, "", "LockedOut:86400"],
  [429, { "Retry-After": "soon" }, { error: "invalid_credentials" }, "LockedOut:60"],
  [200, {}, "<html>Sign in to the network</html>", "Unavailable"],
  [200, {}, { ...reply, user: { ...reply.user, role: "root" } }, "Unavailable"],
  [200, {}, { ...reply, access_token: "" }, "Unavailable"],
  [200, {}, { ...reply, refresh_token: null }, "Unavailable"],
];

test.each(
  pieces.flatMap(([name, piece]) =>
    answers.map(([status, headers, body, code]) => ({ name, piece, status, headers, body, code })),
  ),
)(
  "$name: a sign-in that is answered $status $headers $body reads $code",
  async ({ piece, status, headers, body, code }) => {
    backend.answer({ status, headers, body });
    await expect(piece.authorize(form)).rejects.toThrow(new Error(code));
    expect(
      backend.asked.map(({ path }) => path),
      "a redirect is not followed",
    ).toEqual(["/v1/auth/login"]);
  },
);

test.each(pieces)("%s: a lifetime that cannot be read is a short one", async (_name, piece) => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  for (const expires_in of [undefined, null, "soon"]) {
    backend.answer({ body: { ...reply, expires_in } });
    const user = await piece.authorize(form);
    expect(user).toMatchObject({ id: "user-ada", accessToken: "A1", refreshToken: "R1" });
    expect((user?.accessExpiresAt ?? 0) - now()).toBeOneOf([59, 60]);
  }
  warn.mockRestore();
});

test.each(pieces)(
  "%s: a form that does not fit is refused, and the backend is not asked",
  async (_name, piece) => {
    for (const wrong of [undefined, {}, { ...form, password: "" }, { ...form, password: "x".repeat(257) }]) {
      await expect(piece.authorize(wrong as typeof form)).rejects.toThrow("Refused");
    }
    expect(backend.asked).toEqual([]);
  },
);
