import { expect, test } from "vitest";
import { refusalStep } from "./refusal-step";

const me = { method: "GET", path: "/v1/me", status: 200 };
const notes = { method: "GET", path: "/v1/notes", status: 200 };

test.each([
  ["signed-out", [], "session"],
  ["You are not signed in.", [], "session"],
  ["invalid", [], "input"],
  ["Only an admin may do this.", [], "permission"],
  ["refused", [me], "permission"],
  ["signed-out", [{ ...me, status: 401 }], "permission"],
  ["signed-out", [{ ...notes, status: 401 }], "permission"],
  ["refused", [me, { method: "DELETE", path: "/v1/notes/x", status: 404 }], "ownership"],
  ["This is not your note.", [notes], "ownership"],
  ["unavailable", [{ ...me, status: 503 }], "backend"],
  ["unavailable", [{ ...me, status: 0 }], "backend"],
])("%s after %o is refused at %s", (error, calls, step) => {
  expect(refusalStep(error, calls)).toBe(step);
});
