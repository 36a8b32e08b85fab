import { NextRequest } from "next/server";
import { beforeEach, expect, test, vi } from "vitest";
import { currentSession } from "@/content/notes-app/current-session";
import { BackendError } from "@/lib/backend/errors";
import { addNote, deleteNote, listNotes } from "@/lib/backend/notes";
import { bff } from "./bff";

vi.mock("@/lib/backend/notes");
vi.mock("@/content/notes-app/current-session", () => ({ currentSession: vi.fn() }));

const ours = { "Sec-Fetch-Site": "same-origin" };

async function ask(method: string, path: string, headers: Record<string, string> = ours, body?: string) {
  const init = { method, headers, ...(body !== undefined && { body }) };
  const response = await bff.route?.(new NextRequest(`http://localhost/api/backend/${path}`, init));
  return { status: response?.status, body: await response?.json() };
}

beforeEach(() => {
  vi.mocked(currentSession)
    .mockReset()
    .mockResolvedValue({ user: { name: "Grace" }, accessToken: "A1", error: undefined });
  vi.mocked(listNotes).mockReset().mockResolvedValue([]);
  vi.mocked(deleteNote).mockReset().mockResolvedValue();
  vi.mocked(addNote).mockReset().mockResolvedValue({ id: "n", title: "t", text: "" });
});

test("three operations, with the user's own token", async () => {
  expect(await ask("GET", "notes")).toEqual({ status: 200, body: { notes: [] } });
  expect((await ask("POST", "notes", ours, '{"title":" t ","text":"","owner":"ada"}')).status).toBe(200);
  expect((await ask("DELETE", "notes/note-1")).status).toBe(200);
  expect(listNotes).toHaveBeenCalledWith("A1");
  expect(addNote).toHaveBeenCalledWith("A1", { title: "t", text: "" });
  expect(deleteNote).toHaveBeenCalledWith("A1", "note-1");
});

test.each([
  ["GET", "v1/admin/users"],
  ["GET", "notes/../v1/me"],
  ["GET", "notes/note-1"],
  ["PATCH", "notes"],
  ["DELETE", "notes/..%2F..%2Fadmin"],
  ["DELETE", "notes/a/b"],
  ["GET", ""],
])("%s %s does not exist", async (method, path) => {
  expect((await ask(method, path)).status).toBe(404);
  expect(currentSession).not.toHaveBeenCalled();
});

test.each([
  [{ "Sec-Fetch-Site": "cross-site" }],
  [{ "Sec-Fetch-Site": "same-site" }],
  [{ "Sec-Fetch-Site": "none" }],
  [{ "Sec-Fetch-Site": "cross-site", "X-Notes-Client": "1" }],
  [{}],
])("%o is not our page", async (headers) => {
  expect(await ask("GET", "notes", headers)).toEqual({ status: 403, body: { error: "cross-site" } });
  expect(listNotes).not.toHaveBeenCalled();
});

test("an old browser is believed for a header that needs a preflight", async () => {
  expect((await ask("GET", "notes", { "X-Notes-Client": "1" })).status).toBe(200);
});

test.each(["", "{", "[]", '{"title":""}', `{"title":"t","text":"${"x".repeat(20_000)}"}`])(
  "a body that is no note: %.20s",
  async (body) => {
    expect((await ask("POST", "notes", ours, body)).status).toBe(400);
    expect(addNote).not.toHaveBeenCalled();
  },
);

test("a session whose refresh was refused is none", async () => {
  vi.mocked(currentSession).mockResolvedValue({ user: {}, accessToken: "A1", error: "RefreshTokenError" });
  expect((await ask("GET", "notes")).status).toBe(401);
});

test("the backend's refusals come back in words of our own", async () => {
  vi.mocked(listNotes).mockRejectedValueOnce(new BackendError("refused"));
  expect(await ask("GET", "notes")).toEqual({ status: 401, body: { error: "signed-out" } });
  vi.mocked(listNotes).mockRejectedValueOnce(new BackendError("unavailable"));
  expect(await ask("GET", "notes")).toEqual({ status: 503, body: { error: "unavailable" } });
});
