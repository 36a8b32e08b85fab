import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { ACTIONS_FOLDER, actionModules, ownActions } from "./action-modules";
import { ROOT } from "./next";

const modules = actionModules(ownActions);

it.each([...modules])("%s is what the table and the template say", (file, text) => {
  expect(
    readFileSync(path.join(ROOT, file), "utf8"),
    "run node --import tsx scripts/write-action-modules.ts",
  ).toBe(text);
});

it("no other Server Action is mounted", () => {
  const files = readdirSync(path.join(ROOT, ACTIONS_FOLDER), { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => file.endsWith(".ts")).sort()).toEqual(
    [...modules.keys()].map((file) => path.relative(ACTIONS_FOLDER, file)).sort(),
  );
});

it("a page's script names the actions of one group only", () => {
  for (const [file, text] of modules)
    expect(text.includes("setRole"), file).toBe(/role-actions|roles\//.test(file));
});
