import { expect, test } from "vitest";
import { z } from "zod";
import { MAX_NOTES } from "../domain/notes.ts";
import { TestLab } from "../fixtures/test-lab.ts";

const signedIn = async () => {
  const lab = await TestLab.create();
  const { access_token: ada } = await lab.login("ada@example.com");
  const { access_token: grace } = await lab.login("grace@example.com");
  return { lab, ada, grace };
};
const noteIds = async (lab: TestLab) => JSON.stringify((await lab.call("GET", "/lab/state")).body?.notes);

test("GET /v1/me says who the token speaks for", async () => {
  const { lab, grace } = await signedIn();
  expect((await lab.call("GET", "/v1/me", { bearer: grace })).body).toEqual({
    id: "user-grace",
    name: "Grace Hopper",
    email: "grace@example.com",
    role: "member",
  });
});

test("everybody lists their own notes only", async () => {
  const { lab, ada, grace } = await signedIn();
  for (const [bearer, owner] of [
    [ada, "user-ada"],
    [grace, "user-grace"],
  ]) {
    const { body } = await lab.call("GET", "/v1/notes", { bearer: bearer ?? "" });
    const { notes } = z.object({ notes: z.array(z.looseObject({ ownerId: z.string() })) }).parse(body);
    expect(new Set(notes.map((note) => note.ownerId))).toEqual(new Set([owner]));
  }
});

test("a note is added to the caller's, whoever the body says", async () => {
  const { lab, grace } = await signedIn();
  const json = { title: " Wire ", text: "11.8 inches", ownerId: "user-ada", id: "note-ada-1" };
  const answer = await lab.call("POST", "/v1/notes", { bearer: grace, json });
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({
    id: expect.stringMatching(/^note-/),
    ownerId: "user-grace",
    title: "Wire",
    text: "11.8 inches",
  });
  expect(answer.headers.get("Location")).toBe(`/v1/notes/${answer.body?.id}`);
  expect(await noteIds(lab)).toContain(String(answer.body?.id));
});

test.each([
  { title: "" },
  { title: "  " },
  { title: 1 },
  { title: "x".repeat(121) },
  { title: "x", text: "y".repeat(2001) },
  {},
])("a note like %j is refused", async (json) => {
  const { lab, grace } = await signedIn();
  expect((await lab.call("POST", "/v1/notes", { bearer: grace, json })).body?.error).toBe("invalid_request");
});

test("a note is deleted once", async () => {
  const { lab, grace } = await signedIn();
  expect((await lab.call("DELETE", "/v1/notes/note-grace-1", { bearer: grace })).status).toBe(204);
  expect((await lab.call("DELETE", "/v1/notes/note-grace-1", { bearer: grace })).status).toBe(404);
  expect(await noteIds(lab)).not.toContain("note-grace-1");
});

test("someone else's note is answered like one that does not exist, and stays", async () => {
  const { lab, grace } = await signedIn();
  const foreign = await lab.call("DELETE", "/v1/notes/note-linus-1", { bearer: grace });
  const missing = await lab.call("DELETE", "/v1/notes/nowhere", { bearer: grace });
  expect(foreign.status).toBe(404);
  expect(foreign.text).toBe(missing.text);
  expect(await noteIds(lab)).toContain("note-linus-1");
});

test("an admin may delete any note, and no longer once demoted, with the same token", async () => {
  const { lab, ada } = await signedIn();
  const { access_token: other } = await lab.login("ada@example.com");
  expect((await lab.call("DELETE", "/v1/notes/note-linus-1", { bearer: ada })).status).toBe(204);
  await lab.call("PATCH", "/v1/admin/users/user-ada", { bearer: other, json: { role: "member" } });
  expect((await lab.call("DELETE", "/v1/notes/note-linus-2", { bearer: ada })).status).toBe(404);
});

test(`a lab keeps ${MAX_NOTES} notes`, async () => {
  const { lab, grace } = await signedIn();
  const add = () => lab.call("POST", "/v1/notes", { bearer: grace, json: { title: "one more" } });
  const answers = await Promise.all(Array.from({ length: MAX_NOTES }, add));
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(MAX_NOTES - 7);
  const refused = answers.filter((answer) => answer.status === 409);
  expect(refused).toHaveLength(7);
  expect(refused[0]?.body?.error).toBe("note_limit");
});

test("nothing is listed, added or deleted without a token", async () => {
  const { lab } = await signedIn();
  for (const [method, path] of [
    ["GET", "/v1/me"],
    ["GET", "/v1/notes"],
    ["POST", "/v1/notes"],
    ["DELETE", "/v1/notes/note-ada-1"],
    ["GET", "/v1/admin/users"],
    ["PATCH", "/v1/admin/users/user-ada"],
  ]) {
    const answer = await lab.call(method ?? "", path ?? "");
    expect([answer.status, answer.body?.error]).toEqual([401, "missing_token"]);
    // RFC 6750 §3.1: without a token the challenge carries no error.
    expect(answer.headers.get("WWW-Authenticate")).toBe("Bearer");
  }
});
