import { createRequire } from "node:module";
import path from "node:path";
import { execa } from "execa";
import waitFor from "p-wait-for";

export const ROOT = path.resolve(import.meta.dirname, "..", "..");
const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");
const STARTUP_MS = 60_000;

type Environment = Record<string, string>;

export type Ended = { code: number | undefined; output: string };

/** Runs a Node program to its end. */
export async function runNode(args: string[], env: Environment = {}): Promise<Ended> {
  const { exitCode, all } = await start(args, env);
  return { code: exitCode, output: all };
}

/** Runs a Node server until the returned function is called. It has answered once when this resolves. */
export async function serve(args: string[], env: Environment, url: string): Promise<() => Promise<void>> {
  const server = start(args, env);
  server.stderr.pipe(process.stderr);
  const hasEnded = new AbortController();
  const ended = server.finally(() => hasEnded.abort());
  const stop = async () => {
    server.kill();
    await ended;
  };
  try {
    await waitFor(() => answers(url), { interval: 50, timeout: STARTUP_MS, signal: hasEnded.signal });
    return stop;
  } catch (cause) {
    await stop();
    throw new Error(`${args.join(" ")} does not start`, { cause });
  }
}

/** `next …`, for {@link runNode} and {@link serve}. */
export function next(...args: string[]): string[] {
  return [NEXT, ...args];
}

/** A script of this project, such as `scripts/check-app.ts`. */
export function script(file: string, ...args: string[]): string[] {
  return ["--import", "tsx", path.join(ROOT, file), ...args];
}

function start(args: string[], env: Environment) {
  return execa(process.execPath, args, {
    cwd: ROOT,
    // Vitest's own NODE_ENV is "test", which is no mode of Next's.
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdin: "ignore",
    all: true,
    reject: false,
    stripFinalNewline: false,
    forceKillAfterDelay: false,
  });
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { redirect: "manual" }).then(
    () => true,
    () => false,
  );
}
