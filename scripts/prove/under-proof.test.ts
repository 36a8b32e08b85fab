import { expect, it } from "vitest";
import { actionModules } from "../action-modules";
import { exportedPiece, underProofText } from "./under-proof";

const piece = { lesson: "one", name: "no-lock", module: "@/m/no-lock/store", piece: "store" };
const actions = { lesson: "two", name: "any-role", module: "@/m/any-role/guarded", piece: null };

it("names a module's one piece", () => {
  expect(exportedPiece("export const a = 1;\nexport const store: RefreshPiece = {", "a.ts")).toBe("store");
  expect(() => exportedPiece("export const a = 1;", "a.ts")).toThrow("a.ts must export one piece, not 0");
});

it("puts pieces where the site has none, and names the variants that are mounted by wrappers", () => {
  expect(underProofText([piece, actions])).toBe(
    'import { store as p0 } from "@/m/no-lock/store";\nexport const underProof = {\n  "one": {\n    "no-lock": p0,\n  },\n  "two": {\n    "any-role": {},\n  },\n};\n',
  );
});

it("mounts further actions as it mounts the site's own", () => {
  const modules = actionModules([{ name: "guarded", module: "@/guarded" }, actions]);
  const own = modules.get("content/lab/actions/roles/guarded.ts") ?? "";
  expect(modules.get("content/lab/actions/roles/any-role.ts")).toBe(
    own.replaceAll("@/guarded", "@/m/any-role/guarded").replaceAll('"guarded"', '"any-role"'),
  );
  expect(own).toContain(
    'return inAction("guarded", "setRole", [userId, role], () => actions.setRole(userId, role));',
  );
  expect(modules.get("content/lab/actions/note-actions.ts")).toContain('"any-role": anyRole,');
});
