import { NextRequest, NextResponse } from "next/server";
import { decode, encode, type JWT } from "next-auth/jwt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RefreshPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens, type TokenPair } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { runInLab } from "@/lib/lab/server/context";
import { codesOtherThanRefused } from "@/test-doubles/backend-error-codes";
import { yours as starter } from "../exercise";
import { yours as solution } from "../solution";
import { inCallback } from "./in-callback";
import { inCallbackLocked } from "./in-callback-locked";
import { inProxy } from "./in-proxy";
import { none } from "./none";
import { session } from "./session-cookie.fixture";
import { tokenStore } from "./token-store";

vi.mock("@/lib/backend/tokens");

/** What a request with this session comes to under a strategy: the session afterwards, and the tokens behind it. */
async function read(piece: RefreshPiece, token: JWT): Promise<JWT> {
  let after = token;
  if (piece.proxy) {
    const cookie = `${session.name}=${await encode({ token, secret: session.secret })}`;
    const request = new NextRequest("http://localhost/notes", { headers: { cookie } });
    const response = NextResponse.next();
    (await piece.proxy(request, session))(response);
    const raw = request.cookies.get(session.name)?.value ?? "";
    after = (await decode({ token: raw, secret: session.secret })) ?? {};
  }
  const read = await piece.jwt(after);
  return { ...read, ...(await piece.tokens?.(read)) };
}

let signIns = 0;
function signedIn(piece: RefreshPiece, accessExpiresAt = now() + 60): Promise<JWT> {
  signIns += 1;
  return piece.jwt({ accessToken: "A1", accessExpiresAt, refreshToken: `R1 of ${signIns}` });
}

function laterBy(seconds: number): void {
  vi.useFakeTimers({ now: Date.now() + seconds * 1000, toFake: ["Date"] });
}

const strategies = { inCallback, inCallbackLocked, inProxy, tokenStore, starter, solution };
const named = Object.entries(strategies);

beforeEach(() => {
  vi.mocked(refreshTokens).mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each(named.flatMap(([name, piece]) => codesOtherThanRefused.map((code) => ({ name, piece, code }))))(
  "$name: $code keeps the session and its refresh token, and the next request refreshes",
  async ({ piece, code }) => {
    const token = await signedIn(piece);
    const refreshToken = `R1 of ${signIns}`;
    laterBy(900);
    vi.mocked(refreshTokens).mockRejectedValueOnce(new BackendError(code));
    expect(await read(piece, token)).toMatchObject({ refreshToken });
    vi.mocked(refreshTokens).mockResolvedValueOnce({
      accessToken: "A2",
      accessExpiresAt: now() + 900,
      refreshToken: "R2",
    });
    const after = await read(piece, token);
    expect(after.error).toBeUndefined();
    expect(after).toMatchObject({ accessToken: "A2", refreshToken: "R2" });
    expect(vi.mocked(refreshTokens).mock.calls).toEqual([[refreshToken], [refreshToken]]);
  },
);

test.each(named)("%s: the backend's no ends the session", async (_name, piece) => {
  const token = await signedIn(piece);
  laterBy(900);
  vi.mocked(refreshTokens).mockRejectedValueOnce(new BackendError("refused"));
  expect((await read(piece, token)).error).toBe("RefreshTokenError");
});

test.each(named)("%s: a refresh that brought no access token is refreshed again", async (_name, piece) => {
  const token = await signedIn(piece);
  laterBy(900);
  vi.mocked(refreshTokens)
    .mockResolvedValueOnce({ accessToken: "", accessExpiresAt: now(), refreshToken: "R2" })
    .mockResolvedValueOnce({ accessToken: "A3", accessExpiresAt: now() + 900, refreshToken: "R3" });
  const first = await read(piece, token);
  expect(first).toMatchObject({ accessToken: "", refreshToken: "R2" });
  // Under the strategies that keep the tokens in the cookie, the next request brings what the first one wrote.
  const next = piece.tokens ? token : first;
  expect(await read(piece, next)).toMatchObject({ accessToken: "A3", refreshToken: "R3" });
  expect(
    vi
      .mocked(refreshTokens)
      .mock.calls.map(([sent]) => sent)
      .slice(1),
  ).toEqual(["R2"]);
});

test("none: an expired token is the end of the session, and nobody asks the backend", async () => {
  const token = await signedIn(none);
  expect((await read(none, token)).error).toBeUndefined();
  laterBy(61);
  expect((await read(none, token)).error).toBe("AccessTokenExpired");
  expect(refreshTokens).not.toHaveBeenCalled();
});

test.each([
  ["in-callback-locked", inCallbackLocked],
  ["in-proxy", inProxy],
])("%s: what a slow refresh brought is kept for ten seconds after its answer", async (_name, piece) => {
  const token = await signedIn(piece);
  laterBy(900);
  let answer = (_tokens: TokenPair) => {};
  vi.mocked(refreshTokens).mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const first = read(piece, token);
  await vi.waitFor(() => expect(refreshTokens).toHaveBeenCalled());
  laterBy(12);
  const second = read(piece, token);
  answer({ accessToken: "A2", accessExpiresAt: now() + 900, refreshToken: "R2" });
  expect(await first).toMatchObject({ refreshToken: "R2" });
  laterBy(9);
  expect(await read(piece, token)).toMatchObject({ refreshToken: "R2" });
  expect(await second).toMatchObject({ refreshToken: "R2" });
  expect(refreshTokens).toHaveBeenCalledTimes(1);
});

test.each([
  ["token-store", tokenStore],
  ["the solution", solution],
])("%s: the sign-ins of one visitor's lab push out nobody of another", async (_name, piece) => {
  const lab = (id: string) => ({ id, offsetSeconds: 0, surface: "sign-in" }) as const;
  const token = await runInLab(lab("one"), () => signedIn(piece));
  await runInLab(lab("other"), async () => {
    for (let index = 0; index < 10_001; index += 1) await signedIn(piece);
  });
  await runInLab(lab("one"), async () => expect((await read(piece, token)).error).toBeUndefined());
  await runInLab(lab("other"), async () => {
    expect((await read(piece, token)).error, "another lab knows nothing of the session").toBe(
      "RefreshTokenError",
    );
  });
});
