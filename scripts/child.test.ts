import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { foreground } from "./child";

const CHILD = new URL("./child.ts", import.meta.url).href;

/** A parent that runs a child which says that it is up and would then run for ever. */
function family(): { script: string } {
  const directory = mkdtempSync(path.join(tmpdir(), "silent-refresh-child-"));
  const child = path.join(directory, "child.cjs");
  const script = path.join(directory, "parent.mjs");
  writeFileSync(child, "console.log(process.pid); setInterval(() => {}, 1000);");
  writeFileSync(
    script,
    `const { foregroundNode } = await import(${JSON.stringify(CHILD)});
     process.exit(await foregroundNode(${JSON.stringify(child)}, {}));`,
  );
  return { script };
}

/** Starts the family, sends the parent a signal, and resolves once every process that held its output is gone. */
function endedBy(signal: NodeJS.Signals): Promise<number | null> {
  const parent = spawn(process.execPath, ["--import", "tsx", family().script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  parent.stdout.once("data", () => parent.kill(signal));
  // `close`, unlike `exit`, waits for the child's end of the pipe as well.
  return new Promise((resolve) => parent.once("close", (code) => resolve(code)));
}

it("hands back the exit code", async () => {
  expect(await foreground({ file: process.execPath, args: ["-e", "process.exit(7)"] })).toBe(7);
});

it("gives the child what the environment adds", async () => {
  const args = ["-e", "process.exit(process.env.ADDED === 'yes' && process.env.PATH ? 0 : 1)"];
  expect(await foreground({ file: process.execPath, args, env: { ADDED: "yes" } })).toBe(0);
});

it("passes a signal on, waits for the child and reports it as a shell does", async () => {
  expect(await endedBy("SIGTERM")).toBe(143);
  expect(await endedBy("SIGINT")).toBe(130);
});

it("leaves no child behind when it is killed outright", async () => {
  expect(await endedBy("SIGKILL")).toBeNull();
});

it("ends with npm, whose signal stops at the shell between", async () => {
  const shell = spawn("sh", ["-c", `"${process.execPath}" --import tsx "${family().script}"; true`], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, npm_lifecycle_event: "start" },
  });
  shell.stdout.once("data", () => shell.kill("SIGTERM"));
  await new Promise((resolve) => shell.once("close", resolve));
});
