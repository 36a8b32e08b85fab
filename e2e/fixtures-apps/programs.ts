import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export const ROOT = path.resolve(import.meta.dirname, "..", "..");
const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");
const STARTUP_MS = 60_000;

type Environment = Record<string, string>;

export type Ended = { code: number | null; output: string };

/** Runs a Node program to its end. */
export async function runNode(args: string[], env: Environment = {}): Promise<Ended> {
  const child = start(args, env);
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  await once(child, "close");
  return { code: child.exitCode, output };
}

/** Runs a Node server until the returned function is called. It has answered once when this resolves. */
export async function serve(args: string[], env: Environment, url: string): Promise<() => Promise<void>> {
  const child = start(args, env);
  child.stdout?.resume();
  child.stderr?.pipe(process.stderr);
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  const deadline = Date.now() + STARTUP_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${args.join(" ")} does not start`);
    await wait(50);
  }
  return stop;
}

/** `next …`, for {@link runNode} and {@link serve}. */
export function next(...args: string[]): string[] {
  return [NEXT, ...args];
}

/** A script of this project, such as `scripts/check-app.ts`. */
export function script(file: string, ...args: string[]): string[] {
  return ["--import", "tsx", path.join(ROOT, file), ...args];
}

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

function start(args: string[], env: Environment): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // Vitest's own NODE_ENV is "test", which is no mode of Next's.
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { redirect: "manual" }).then(
    () => true,
    () => false,
  );
}
