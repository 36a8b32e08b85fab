import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { BadInput } from "../fail";
import { assertFile, writeOut } from "./write-report";

const folder = mkdtempSync(path.join(tmpdir(), "silent-refresh-report-"));

it("makes the folders that lead to a file", () => {
  const file = path.join(folder, "out", "today", "x.json");
  assertFile("--json", file);
  writeOut(file, "{}");
  expect(readFileSync(file, "utf8")).toBe("{}");
});

it("refuses a folder where a file should be, and has nothing against no file at all", () => {
  expect(() => assertFile("--json", folder)).toThrow(BadInput);
  expect(() => assertFile("--json", folder)).toThrow(`--json names a folder, ${folder}: name a file in it.`);
  expect(() => assertFile("--json", null)).not.toThrow();
});
