import { expect, test } from "vitest";
import { deleteNote, listNotes } from "../lib/backend";
import { stubBackend } from "./stub-backend";
import { misplaced, noVerdicts } from "./verdicts";

const backend = stubBackend();

test.each([
  ["in the body", {}, { error: "invalid_token" }],
  ["in the challenge", { "WWW-Authenticate": 'Bearer realm="api", error="invalid_token"' }, ""],
  ["in an unquoted challenge", { "WWW-Authenticate": "bearer Error=invalid_token" }, ""],
  ["in the second challenge", { "WWW-Authenticate": 'Basic realm="x", Bearer error="invalid_token"' }, ""],
])("401 invalid_token %s is a no", async (_where, headers, body) => {
  backend.answer({ status: 401, headers, body });
  await expect(listNotes("A1")).rejects.toMatchObject({ code: "refused" });
});

test.each([
  "Bearer",
  'Bearer realm="error=invalid_token"',
  'Bearer error_description="the error=\\"invalid_token\\" was not it"',
  'Bearer error="invalid_request"',
  'Bearer error="invalid_token_binding"',
])("401 with %s is not", async (challenge) => {
  backend.answer({ status: 401, headers: { "WWW-Authenticate": challenge } });
  await expect(listNotes("A1")).rejects.toMatchObject({ code: "unavailable" });
});

test.each([...noVerdicts, ...misplaced("invalid_token")])("%s is not", async (_name, reply) => {
  backend.answer(reply);
  await expect(listNotes("A1")).rejects.toMatchObject({ code: "unavailable" });
  expect(backend.calls(), "a redirect is not followed").toEqual(["GET /v1/notes"]);
});

test.each([
  [403, "insufficient_scope", "forbidden"],
  [404, "not_found", "not-found"],
  [429, "too_many_attempts", "locked-out"],
  [403, "invalid_token", "unavailable"],
])("%i %s is %s", async (status, error, code) => {
  backend.answer({ status, body: { error } });
  await expect(deleteNote("A1", "note-1")).rejects.toMatchObject({ code });
});

test("a deletion is done when the backend says so, and not when a page comes instead", async () => {
  backend.answer({ status: 204 });
  await deleteNote("A1", "a/b");
  expect(backend.calls()).toEqual(["DELETE /v1/notes/a%2Fb"]);
  backend.answer({ body: "<p>Welcome to our wireless network</p>" });
  await expect(deleteNote("A1", "note-1")).rejects.toMatchObject({ code: "unavailable" });
});
