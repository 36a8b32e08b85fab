import { expect, it } from "vitest";
import { exportedPiece, moduleTexts, wrapperText } from "./under-proof";

const piece = {
  lesson: "one",
  name: "no-lock",
  module: "@/m/no-lock/store",
  likeModule: "@/store",
  piece: "store",
};
const actions = {
  lesson: "two",
  name: "any-role",
  module: "@/m/any-role/guarded",
  likeModule: "@/guarded",
  piece: null,
};

it("names a module's one piece", () => {
  expect(exportedPiece("export const a = 1;\nexport const store: RefreshPiece = {", "a.ts")).toBe("store");
  expect(() => exportedPiece("export const a = 1;", "a.ts")).toThrow("a.ts must export one piece, not 0");
});

it("puts pieces and actions where the site has none", () => {
  expect(Object.fromEntries(moduleTexts([piece, actions], ["notes"]))).toEqual({
    "content/under-proof/pieces.ts":
      'import { store as p0 } from "@/m/no-lock/store";\nexport const underProof = {\n  "one": {\n    "no-lock": p0,\n  },\n};\nexport const actionsUnderProof = ["any-role"];\n',
    "content/under-proof/note-actions.ts":
      'import * as a0 from "@/content/lab/actions/notes/any-role";\nexport const noteActionsUnderProof = {\n  "any-role": a0,\n};\n',
  });
});

it("wraps actions as their model is wrapped", () => {
  const model = 'import * as actions from "@/guarded";\nreturn inAction("guarded", "setRole", [], work);\n';
  expect(wrapperText(model, actions)).toBe(
    'import * as actions from "@/m/any-role/guarded";\nreturn inAction("any-role", "setRole", [], work);\n',
  );
  expect(() => wrapperText("nothing", actions)).toThrow("wrapper of any-role");
});
