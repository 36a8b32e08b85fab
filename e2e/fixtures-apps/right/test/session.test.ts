import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listNotes } from "../lib/backend";
import { failureOf } from "../lib/failure";
import { asUser, currentUser, NotSignedIn } from "../lib/session";
import { tokenStore } from "../lib/token-store";
import { type Reply, stubBackend } from "./stub-backend";

/** What NextAuth does with a session cookie, without the cookie. */
const cookie = vi.hoisted(() => ({ tokensId: "" as string | null }));
vi.mock("next-auth", () => ({
  getServerSession: async ({ callbacks }: { callbacks: { session(of: object): Promise<unknown> } }) =>
    cookie.tokensId === null
      ? null
      : callbacks.session({
          session: { expires: "2027-01-01T00:00:00Z" },
          token: { name: "Ada", role: "admin", tokensId: cookie.tokensId },
        }),
}));

const backend = stubBackend();
const now = () => Math.floor(Date.now() / 1000);
const young = { access: { token: "A1", expiresAt: now() + 900 }, refreshToken: "R1" };
const expired = { access: { token: "A1", expiresAt: now() - 1 }, refreshToken: "R1" };
const notes = [{ id: "1", title: "Note" }];
const invalidToken = { status: 401, body: { error: "invalid_token" } };
const A2 = { body: { access_token: "A2", expires_in: 900, refresh_token: "R2" } };

/** One side can be down while the other is up. */
function answer(token: Reply, api: (bearer: string | undefined) => Reply): void {
  backend.handler = ({ call, headers }) =>
    call === "POST /v1/auth/refresh" ? token : api(headers.authorization);
}

function signIn(tokens: typeof young): void {
  cookie.tokensId = randomUUID();
  tokenStore.set(cookie.tokensId, tokens);
}

/** What a page does: the notes, what it says instead, or where it sends the visitor. */
function page(): Promise<unknown> {
  return asUser(listNotes)
    .catch(failureOf)
    .catch((error) => error.digest ?? error);
}

const TO_SIGN_IN = expect.stringMatching(/^NEXT_REDIRECT;replace;\/signin;/);

beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

test("nobody is sent to sign in, and the backend is not asked", async () => {
  cookie.tokensId = null;
  await expect(asUser(listNotes)).rejects.toThrow(NotSignedIn);
  expect(await page()).toEqual(TO_SIGN_IN);
  expect(await currentUser()).toBeNull();
  expect(backend.calls()).toEqual([]);
});

test.each([
  ["down", { status: 503 }],
  ["overrun", { status: 429 }],
  ["refusing the app itself", { status: 401, body: { error: "invalid_client" } }],
])(
  "expired, the token endpoint %s, the API up: unavailable, and the dead token is not sent",
  async (_name, token) => {
    signIn(expired);
    answer(token, () => invalidToken);
    expect(await page()).toBe("unavailable");
    expect(await currentUser(), "nobody is told that the session has ended").toEqual({
      name: "Ada",
      role: "admin",
    });
    expect(new Set(backend.calls())).toEqual(new Set(["POST /v1/auth/refresh"]));
    answer(A2, (bearer) => (bearer === "Bearer A2" ? { body: { notes } } : invalidToken));
    expect(await page()).toEqual(notes);
  },
);

test.each([401, 403, 429, 500])(
  "the API alone answers %i: unavailable, and nothing is refreshed",
  async (status) => {
    signIn(young);
    answer(A2, () => ({ status }));
    expect(await page()).toBe("unavailable");
    expect(backend.calls()).toEqual(["GET /v1/notes"]);
  },
);

test("a young token that the API refuses is exchanged, and the page shows", async () => {
  signIn(young);
  answer(A2, (bearer) => (bearer === "Bearer A2" ? { body: { notes } } : invalidToken));
  expect(await page()).toEqual(notes);
});

test("where the token endpoint says that it is over, the visitor is sent to sign in", async () => {
  signIn(young);
  answer({ status: 400, body: { error: "invalid_grant" } }, () => invalidToken);
  expect(await page()).toEqual(TO_SIGN_IN);
  expect(await currentUser()).toBeNull();
});

test("where it does not answer, it is not over", async () => {
  signIn(young);
  answer({ status: 503 }, () => invalidToken);
  expect(await page()).toBe("unavailable");
  expect(await currentUser()).not.toBeNull();
});

test("a new token that is refused as well is asked for once, and not for ever", async () => {
  signIn(young);
  answer(A2, () => invalidToken);
  expect(await page()).toEqual(TO_SIGN_IN);
  expect(backend.calls()).toEqual(["GET /v1/notes", "POST /v1/auth/refresh", "GET /v1/notes"]);
});
