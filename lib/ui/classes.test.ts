import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { classes } from "./classes.ts";

const root = path.resolve(import.meta.dirname, "../..");
const importOfSheet = /import (\w+) from "([^"]+\.module\.css)"/g;

/** Each import of a CSS module by a component: the file, the imported name, and the module's class names. */
const uses = ["app", "content", "lib"]
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      path.join(folder, file),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return [...text.matchAll(importOfSheet)].map(([, name = "", sheet = ""]) => ({
      file,
      name,
      code: text.replaceAll(importOfSheet, ""),
      defined: classesIn(sheet.startsWith("@/") ? sheet.slice(2) : path.join(path.dirname(file), sheet)),
    }));
  });

function classesIn(sheet: string): ReadonlySet<string> {
  const css = readFileSync(path.join(root, sheet), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return new Set([...css.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name = ""]) => name));
}

test("joins what there is, and writes nothing of what there is not", () => {
  expect(classes("mark", undefined, false, null, "over")).toBe("mark over");
  expect(classes(undefined, false)).toBeUndefined();
});

describe("in the components' sources", () => {
  test("every class that is named stands in its CSS module", () => {
    const named = uses.flatMap(({ file, name, code, defined }) =>
      [...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))].map(([use, className = ""]) => ({
        use: `${file}: ${use}`,
        known: defined.has(className),
      })),
    );
    expect(named.length).toBeGreaterThan(500);
    expect(named.filter(({ known }) => !known).map(({ use }) => use)).toEqual([]);
  });

  test("a class that is looked up by a value goes through classes(), never into a template string", () => {
    expect(uses.length).toBeGreaterThan(100);
    const inTemplates = uses.flatMap(({ file, name, code }) =>
      [...code.matchAll(new RegExp(`\\$\\{${name}\\[[^}]*`, "g"))].map(([use]) => `${file}: ${use}`),
    );
    expect(inTemplates).toEqual([]);
  });
});
