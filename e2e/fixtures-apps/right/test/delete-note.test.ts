import { randomUUID } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { deleteNote } from "../app/notes/actions";
import { tokenStore } from "../lib/token-store";
import { stubBackend } from "./stub-backend";

const cookie = vi.hoisted(() => ({ tokensId: "" }));
vi.mock("next-auth", () => ({ getServerSession: async () => cookie }));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn() }));
vi.spyOn(console, "warn").mockImplementation(() => {});

const backend = stubBackend();
const now = () => Math.floor(Date.now() / 1000);

function submit(id: string): Promise<string | null> {
  const data = new FormData();
  data.set("id", id);
  return deleteNote(null, data);
}

beforeEach(() => {
  cookie.tokensId = randomUUID();
  tokenStore.set(cookie.tokensId, { access: { token: "A1", expiresAt: now() + 900 }, refreshToken: "R1" });
});

test("the note is deleted as the user", async () => {
  backend.answer({ status: 204 });
  expect(await submit("note-1")).toBeNull();
  expect(backend.requests).toMatchObject([
    { call: "DELETE /v1/notes/note-1", headers: { authorization: "Bearer A1" } },
  ]);
});

test("with an expired token and the token endpoint down it says so, and sends nothing to the API", async () => {
  tokenStore.set(cookie.tokensId, { access: { token: "A1", expiresAt: now() - 1 }, refreshToken: "R1" });
  backend.answer({ status: 503 });
  expect(await submit("note-1")).toContain("still signed in");
  expect(backend.calls()).toEqual(["POST /v1/auth/refresh"]);
});

test.each([
  [{ status: 404, body: { error: "not_found" } }, "no such note"],
  [{ status: 403, body: { error: "insufficient_scope" } }, "may not"],
  [{ status: 401 }, "still signed in"],
  [{ status: 200, body: "<p>Welcome to our wireless network</p>" }, "still signed in"],
])("what the API says is said, and nothing is deleted by word of somebody else", async (reply, sentence) => {
  backend.answer(reply);
  expect(await submit("note-1")).toContain(sentence);
});

test("what is no id never leaves the app", async () => {
  expect(await submit("../users/ada")).toContain("no such note");
  expect(backend.requests).toEqual([]);
});
