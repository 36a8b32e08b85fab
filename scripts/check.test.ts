import path from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import { ROOT } from "./next";

/** Runs the command up to where it ends by itself, without a browser. */
async function check(args: readonly string[]) {
  const script = path.join(ROOT, "scripts", "check.ts");
  const { exitCode, stdout, stderr } = await execa(process.execPath, ["--import", "tsx", script, ...args], {
    cwd: ROOT,
    reject: false,
  });
  return { code: exitCode, out: stdout, lines: stderr.split("\n").filter((line) => line.trim() !== "") };
}

it.concurrent("lists what there is, at once", async () => {
  const { code, out, lines } = await check(["--list", "--lesson", "refresh-rotation"]);
  expect(lines).toEqual([]);
  expect(out).toMatch(/^refresh-rotation: Refresh rotation\n {2}variants: none, .*, yours\n/);
  expect(out).toMatch(/\n {2}idle-return +back at an open tab after the access token has expired\n/);
  expect(code).toBe(0);
});

it.concurrent.each([
  [["--variant", "mine"], /^There is no variant "mine"\. /],
  [["--json", ROOT], /^--json names a folder, .*: name a file in it\.$/],
] as const)("ends with exit code 2 and one line for %j", async (args, line) => {
  const { code, out, lines } = await check(args);
  expect(lines).toEqual([expect.stringMatching(line)]);
  expect(out).toBe("");
  expect(code).toBe(2);
});
