import { expect, it } from "vitest";
import { applyEdit, StaleEdit } from "./edits";

const text = "await store.set(id, pair);\nreturn true;\n";

it("replaces what it finds, to the letter", () => {
  expect(applyEdit(text, { find: "await store", replace: "$& $1 store" }, "m")).toBe(
    "$& $1 store.set(id, pair);\nreturn true;\n",
  );
});

it.each([
  ["is not there", { find: "await shop", replace: "shop" }, "m in a.ts: found 0 times"],
  ["is there twice", { find: "re", replace: "RE" }, "m in a.ts: found 2 times"],
  ["stays what it was", { find: "true", replace: "true" }, "m in a.ts: changes nothing"],
])("is stale when the text %s", (_why, edit, message) => {
  expect(() => applyEdit(text, edit, "m in a.ts")).toThrow(message);
  expect(() => applyEdit(text, edit, "m in a.ts")).toThrow(StaleEdit);
});
