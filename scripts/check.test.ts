import { spawn } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./next";

/** Runs the command up to where it ends by itself, without a browser. */
function check(args: readonly string[]): Promise<{ code: number | null; out: string; lines: string[] }> {
  const script = path.join(ROOT, "scripts", "check.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], { cwd: ROOT });
  let out = "";
  let err = "";
  child.stdout.on("data", (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on("data", (data: Buffer) => {
    err += data.toString();
  });
  return new Promise((resolve) => {
    child.once("close", (code) => {
      resolve({ code, out, lines: err.split("\n").filter((line) => line.trim() !== "") });
    });
  });
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
