import { expect, test } from "vitest";
import { changesBetween } from "./changes";

const ada = { id: "user-ada", name: "Ada", role: "admin" };
const note = { id: "note-1", ownerId: "user-ada", title: "Note G" };

test("nothing changed, nothing said", () => {
  const state = { users: [ada], notes: [note] };
  expect(changesBetween(state, state)).toMatchObject({ changes: [], notes: [{ owner: "Ada", gone: false }] });
});

test("a note that is gone and a role that changed are told", () => {
  const after = { users: [{ ...ada, role: "member" }], notes: [] };
  expect(changesBetween({ users: [ada], notes: [note] }, after)).toMatchObject({
    changes: ["“Note G” is gone.", "Ada is member now."],
    notes: [{ id: "note-1", gone: true }],
    users: [{ role: "member" }],
  });
});
