import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { logged } from "./child";

const folder = mkdtempSync(path.join(tmpdir(), "silent-refresh-beside-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("keeps the output of commands beside each other apart, and tells how each ended", async () => {
  const program = (word: string, code: number) => ({
    file: process.execPath,
    args: ["-e", `console.log("${word}"); console.error("${word}!"); process.exitCode = ${code};`],
  });
  const logs = ["one", "other"].map((name) => path.join(folder, name));
  const [one = "", other = ""] = logs;
  const codes = await Promise.all([logged(program("one", 0), one), logged(program("other", 3), other)]);
  expect(codes).toEqual([0, 3]);
  expect(logs.map((log) => readFileSync(log, "utf8"))).toEqual(["one\none!\n", "other\nother!\n"]);
});

it("refuses a program that is not there", async () => {
  await expect(logged({ file: path.join(folder, "nothing") }, path.join(folder, "log"))).rejects.toThrow(
    "ENOENT",
  );
});
