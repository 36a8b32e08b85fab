import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa, type Options } from "execa";
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

/** Starts a command, signals it once it has written, and resolves once every process that held its output is gone. */
async function endedBy(signal: NodeJS.Signals, file: string, args: string[], env: Options["env"] = {}) {
  const parent = execa(file, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env,
    reject: false,
    forceKillAfterDelay: false,
  });
  parent.stdout.once("data", () => parent.kill(signal));
  return parent;
}

function familyEndedBy(signal: NodeJS.Signals) {
  return endedBy(signal, process.execPath, ["--import", "tsx", family().script]);
}

it("hands back the exit code", async () => {
  expect(await foreground({ file: process.execPath, args: ["-e", "process.exit(7)"] })).toBe(7);
});

it("gives the child what the environment adds", async () => {
  const args = ["-e", "process.exit(process.env.ADDED === 'yes' && process.env.PATH ? 0 : 1)"];
  expect(await foreground({ file: process.execPath, args, env: { ADDED: "yes" } })).toBe(0);
});

it("passes a signal on, waits for the child and reports it as a shell does", async () => {
  expect(await familyEndedBy("SIGTERM")).toMatchObject({ exitCode: 143 });
  expect(await familyEndedBy("SIGINT")).toMatchObject({ exitCode: 130 });
});

it("leaves no child behind when it is killed outright", async () => {
  expect(await familyEndedBy("SIGKILL")).toMatchObject({ signal: "SIGKILL" });
});

it("ends with npm, whose signal stops at the shell between", async () => {
  const command = `"${process.execPath}" --import tsx "${family().script}"; true`;
  await endedBy("SIGTERM", "sh", ["-c", command], { npm_lifecycle_event: "start" });
});
